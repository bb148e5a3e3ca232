import { Code, List, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { read } from '../api/request.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { hasText, t, tCode } from '../texts/t.ts';
import { noteText } from './file-problem.tsx';
import type { RowFilter } from './search.ts';
import type { ImportRow } from './views.ts';

interface RowPage {
  readonly items: readonly ImportRow[];
  readonly next?: string;
}

const QUERY_OF: Readonly<Record<RowFilter, Readonly<Record<string, string>>>> = {
  all: {},
  quarantined: { status: 'quarantined' },
  repaired: { status: 'repaired' },
  added: { change: 'added' },
  changed: { change: 'changed' },
  unchanged: { change: 'unchanged' },
};

/** Rows of the file as it numbers them, with what is said about each and what stands in it. */
export function RowsTable({ importId, filter }: { readonly importId: string; readonly filter: RowFilter }) {
  const pages = useInfiniteQuery({
    queryKey: ['import-rows', importId, filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      read<RowPage>(`/api/v1/imports/${importId}/rows`, {
        limit: '100',
        ...QUERY_OF[filter],
        ...(pageParam && { cursor: pageParam }),
      }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <ReadingBody reading={{ ...pages, data: pages.data?.pages }} height={320}>
      {(found) => {
        const rows = found.flatMap(({ items }) => items);
        if (rows.length === 0) return <Empty title={t('import.noRows')}>{t('import.noRowsHelp')}</Empty>;
        return (
          <>
            <DataTable
              caption={t(`import.rows.${filter}`)}
              columns={columns}
              rows={rows}
              rowKey={({ row }) => String(row)}
              maxHeight="560px"
            />
            <MoreButton pages={pages} />
          </>
        );
      }}
    </ReadingBody>
  );
}

const columns: readonly Column<ImportRow>[] = [
  { key: 'row', header: t('import.rowNo'), isNumber: true, cell: ({ row }) => row },
  {
    key: 'status',
    header: t('import.status'),
    cell: ({ status, change }) => (
      <>
        <Text size="sm" fw={600} className={`row-${status} no-wrap`}>
          {t(`import.status.${status}`)}
        </Text>
        {change && (
          <Text size="xs" c="dimmed">
            {t(`import.change.${change}`)}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'name',
    header: t('import.activity'),
    isName: true,
    minWidth: 180,
    cell: ({ code, cells = {} }) => (
      <>
        <Text size="sm">{cells['name'] ?? t('page.none')}</Text>
        <Text size="xs" c="dimmed" ff="monospace">
          {code}
        </Text>
      </>
    ),
  },
  {
    key: 'notes',
    header: t('import.reasons'),
    minWidth: 300,
    cell: ({ notes }) => (
      <List size="sm" spacing={2} listStyleType="none">
        {notes.map((note) => (
          <List.Item key={`${note.code} ${note.detail}`}>
            {hasText(`import.note.${note.code}`) && <b>{tCode('import.note', note.code)}: </b>}
            {noteText(note)}
          </List.Item>
        ))}
      </List>
    ),
  },
  {
    key: 'cells',
    header: t('import.cells'),
    minWidth: 260,
    cell: ({ cells = {} }) => (
      <Text component="div" size="xs" c="dimmed" className="event-id">
        {Object.entries(cells)
          .filter(([field]) => field !== 'name')
          .map(([field, text]) => (
            <span key={field}>
              {fieldName(field)} <Code fz="xs">{text}</Code>{' '}
            </span>
          ))}
      </Text>
    ),
  },
];

const fieldName = (field: string): string => tCode('import.field', field);
