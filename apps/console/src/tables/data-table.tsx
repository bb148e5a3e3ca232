import { Box, Table, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import './data-table.css';

export interface Column<T> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** Right-aligned and never wrapped. */
  readonly isNumber?: boolean;
  readonly minWidth?: number;
  /** The cell that names the row. */
  readonly isName?: boolean;
  /** A press on its header sorts by it. */
  readonly isSortable?: boolean;
}

export interface RowGroup<T> {
  readonly key: string;
  readonly title: ReactNode;
  readonly rows: readonly T[];
}

export interface TableSort {
  readonly key: string;
  readonly isDescending: boolean;
  readonly onSort: (key: string) => void;
}

interface DataTableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly maxHeight?: string;
  /** The same rows in groups, each below its title. */
  readonly groups?: readonly RowGroup<T>[];
  readonly sort?: TableSort;
  /** Around each row's cells: what all of them shall know. */
  readonly around?: (row: T, cells: ReactNode) => ReactNode;
}

/** A table in a box of its own that scrolls, by keyboard too, so that the page itself never does sideways. */
export function DataTable<T>({ caption, columns, rows, groups, maxHeight, sort, ...ofRows }: DataTableProps<T>) {
  return (
    <Box role="region" aria-label={caption} tabIndex={0} className="table-box" mah={maxHeight}>
      <Table stickyHeader={maxHeight !== undefined} fz="sm">
        <VisuallyHidden component="caption">{caption}</VisuallyHidden>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        {groups ? (
          groups.map(({ key, title, rows: own }) => (
            <Table.Tbody key={key}>
              <Table.Tr className="group-row">
                <Table.Th scope="rowgroup" colSpan={columns.length}>
                  {title}
                </Table.Th>
              </Table.Tr>
              <Rows columns={columns} rows={own} {...ofRows} />
            </Table.Tbody>
          ))
        ) : (
          <Table.Tbody>
            <Rows columns={columns} rows={rows} {...ofRows} />
          </Table.Tbody>
        )}
      </Table>
    </Box>
  );
}

interface HeadProps<T> {
  readonly column: Column<T>;
  readonly sort: TableSort | undefined;
}

function Head<T>({ column: { key, header, isNumber, minWidth, isSortable }, sort }: HeadProps<T>) {
  const isSorted = sort?.key === key;
  const direction = sort?.isDescending ? 'descending' : 'ascending';
  return (
    <Table.Th
      scope="col"
      ta={isNumber ? 'right' : undefined}
      miw={minWidth}
      className={minWidth === undefined ? 'no-wrap' : undefined}
      aria-sort={isSorted ? direction : undefined}
    >
      {isSortable && sort ? (
        <button type="button" className="sort-button" onClick={() => sort.onSort(key)}>
          {header}
          {isSorted &&
            (sort.isDescending ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />)}
        </button>
      ) : (
        header
      )}
    </Table.Th>
  );
}

type RowsProps<T> = Pick<DataTableProps<T>, 'columns' | 'rows' | 'rowKey' | 'around'>;

function Rows<T>({ columns, rows, rowKey, around = (_, cells) => cells }: RowsProps<T>) {
  return rows.map((row) => (
    <Table.Tr key={rowKey(row)}>
      {around(
        row,
        columns.map((column) => <Cell key={column.key} column={column} row={row} />),
      )}
    </Table.Tr>
  ));
}

function Cell<T>({ column, row }: { readonly column: Column<T>; readonly row: T }) {
  const { cell, isNumber, isName } = column;
  if (isName)
    return (
      <Table.Th scope="row" fw={400}>
        {cell(row)}
      </Table.Th>
    );
  return (
    <Table.Td ta={isNumber ? 'right' : undefined} className={isNumber ? 'no-wrap' : undefined}>
      {cell(row)}
    </Table.Td>
  );
}
