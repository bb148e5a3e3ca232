import { Box, Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

export interface Column<T> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** Right-aligned and never wrapped. */
  readonly isNumber?: boolean;
  readonly minWidth?: number;
  /** The cell that names the row. */
  readonly isName?: boolean;
}

interface DataTableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly maxHeight?: string;
}

/** A table in a box of its own that scrolls, by keyboard too, so that the page itself never does sideways. */
export function DataTable<T>({ caption, columns, rows, rowKey, maxHeight }: DataTableProps<T>) {
  return (
    <Box role="region" aria-label={caption} tabIndex={0} className="table-box" mah={maxHeight}>
      <Table stickyHeader={maxHeight !== undefined}>
        <VisuallyHidden component="caption">{caption}</VisuallyHidden>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, header, isNumber, minWidth }) => (
              <Table.Th key={key} scope="col" ta={isNumber ? 'right' : undefined} miw={minWidth} className="no-wrap">
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
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
