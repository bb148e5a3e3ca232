import { table, type Painter } from '../frame/table.ts';

export interface Note {
  readonly code: string;
  readonly detail: string;
  readonly row?: number;
  readonly column?: string;
}

export interface Row {
  readonly row: number;
  readonly code?: string;
  readonly status: 'accepted' | 'repaired' | 'quarantined' | 'blank';
  readonly notes: readonly Note[];
}

/** What the server made of a file. */
export interface Preview {
  readonly importId: string;
  readonly target: string;
  readonly status: 'ready' | 'blocked' | 'accepted';
  readonly fileName: string;
  readonly format: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Note[];
  readonly notes: readonly Note[];
}

const STYLES = { accepted: 'green', repaired: 'yellow', quarantined: 'red', blank: 'gray' } as const;
const SHOWN = 20;

/** What would become of the file, and of each row that is not taken as it stands. */
export function previewLines(
  preview: Preview,
  rows: readonly Row[],
  every: boolean,
  paint: Painter,
): readonly string[] {
  const { fileName, format, columns, counts, problems, notes, importId } = preview;
  const wanted = rows.filter(({ status, notes: said }) => every || status === 'quarantined' || said.length > 0);
  const shown = every ? wanted : wanted.slice(0, SHOWN);
  const left = wanted.length - shown.length;
  return [
    `${paint('bold', fileName)}  ${format}, import ${importId}`,
    `columns: ${Object.entries(columns)
      .map(([field, header]) => `${field} = ${header}`)
      .join(', ')}`,
    Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
    ...section('Nothing can be taken, because', problems.map(noteLine)),
    ...section('About the file', notes.map(noteLine)),
    ...section('Rows', shown.length === 0 ? [] : rowTable(shown, paint)),
    ...(left > 0 ? [`… ${left} more: --rows`] : []),
  ];
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

const noteLine = ({ code, detail, row, column }: Note): string =>
  `${code}${row === undefined ? '' : ` row ${row}`}${column === undefined ? '' : ` column ${column}`}: ${detail}`;

const rowTable = (rows: readonly Row[], paint: Painter): readonly string[] =>
  table<Row>(
    [
      { head: 'ROW', cell: ({ row }) => String(row), right: true },
      { head: 'CODE', cell: ({ code }) => code ?? '' },
      { head: 'BECOMES', cell: ({ status }) => paint(STYLES[status], status) },
      {
        head: 'WHY',
        cell: ({ notes }) =>
          notes.map(({ code, detail, column }) => `${code}${column ? ` (${column})` : ''}: ${detail}`).join('; '),
      },
    ],
    rows,
  );
