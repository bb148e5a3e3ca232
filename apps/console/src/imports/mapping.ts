import type { Layout, SheetLayout } from './views.ts';

/** What a plan can be read from, as the service names it; in the order in which people think of it. */
export const FIELDS = [
  'code',
  'name',
  'wbs',
  'duration',
  'start',
  'finish',
  'predecessors',
  'type',
  'milestone',
  'resources',
  'totalCost',
  'fixedCost',
  'variableCost',
  'resourceCost',
  'costPerHour',
  'earningRule',
] as const;
export type Field = (typeof FIELDS)[number];

export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export const DECIMALS = ['point', 'comma'] as const;

/** What somebody says about a file; columns are letters. */
export interface Meaning {
  readonly sheet?: string;
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly dateOrder?: string;
  readonly decimal?: string;
}

export interface FileColumn {
  readonly letter: string;
  readonly header: string;
  /** What stands below the header first. */
  readonly examples: readonly string[];
}

const EXAMPLES = 3;

/** As the service understood the file; the first row where it found no header. */
export function meaningOf(layout: Layout): Meaning {
  const columns = Object.fromEntries(
    FIELDS.flatMap((field) => (layout.columns[field] ? [[field, layout.columns[field]] as const] : [])),
  );
  return { sheet: layout.sheet ?? layout.sheets[0]?.name, headerRow: layout.headerRow ?? 1, columns };
}

export const sheetOf = ({ sheets }: Layout, name: string | undefined): SheetLayout | undefined =>
  sheets.find((sheet) => sheet.name === name) ?? sheets[0];

/** The columns of a sheet by its header row: those that hold anything. */
export function columnsOf({ first }: SheetLayout, headerRow: number): readonly FileColumn[] {
  const header = first.find(({ row }) => row === headerRow)?.cells ?? {};
  const below = first.filter(({ row }) => row > headerRow);
  const letters = new Set([header, ...below.map(({ cells }) => cells)].flatMap((cells) => Object.keys(cells)));
  return [...letters].toSorted(byLetter).map((letter) => ({
    letter,
    header: header[letter] ?? '',
    examples: below.flatMap(({ cells }) => cells[letter] ?? []).slice(0, EXAMPLES),
  }));
}

const byLetter = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

/** What is missing before a file can be checked. */
export function gapsIn({ columns }: Meaning): readonly ('name' | 'work')[] {
  const hasWork = columns.duration !== undefined || (columns.start !== undefined && columns.finish !== undefined);
  return [...(columns.name ? [] : (['name'] as const)), ...(hasWork ? [] : (['work'] as const))];
}

/** As the service wants it: every field is said, so that nothing is detected against what somebody chose. */
export function mappingOf({
  sheet,
  headerRow,
  columns,
  dateOrder,
  decimal,
}: Meaning): Readonly<Record<string, unknown>> {
  return {
    ...(sheet && { sheet }),
    headerRow,
    columns: Object.fromEntries(
      FIELDS.map((field) => [field, columns[field] ? `column ${columns[field]}` : '-'] as const),
    ),
    ...(dateOrder && { dateOrder }),
    ...(decimal && { decimal }),
  };
}

/** What is kept of a meaning for the client's next file: by header, because columns wander. */
export interface Remembered {
  readonly headers: Readonly<Partial<Record<Field, string>>>;
  readonly dateOrder?: string;
  readonly decimal?: string;
}

export function rememberedFrom(meaning: Meaning, columns: readonly FileColumn[]): Remembered {
  const headerOf = (letter: string) => columns.find((column) => column.letter === letter)?.header;
  const headers = FIELDS.flatMap((field) => {
    const header = headerOf(meaning.columns[field] ?? '');
    return header ? [[field, header] as const] : [];
  });
  return {
    headers: Object.fromEntries(headers),
    ...(meaning.dateOrder && { dateOrder: meaning.dateOrder }),
    ...(meaning.decimal && { decimal: meaning.decimal }),
  };
}

/** The meaning of last time, where all of its headers are here again; else what was detected. */
export function recalled(meaning: Meaning, columns: readonly FileColumn[], last: Remembered | undefined): Meaning {
  if (!last) return meaning;
  const found = (Object.entries(last.headers) as [Field, string][]).map(([field, header]) => ({
    field,
    letter: columns.find((column) => column.header.toLowerCase() === header.toLowerCase())?.letter,
  }));
  if (found.length === 0 || found.some(({ letter }) => letter === undefined)) return meaning;
  return {
    ...meaning,
    columns: Object.fromEntries(found.map(({ field, letter }) => [field, letter])),
    ...(last.dateOrder && { dateOrder: last.dateOrder }),
    ...(last.decimal && { decimal: last.decimal }),
  };
}
