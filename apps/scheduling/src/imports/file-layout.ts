import type { ImportMapping } from './import-mapping.ts';
import { type Note, UnreadableFile } from './import-report.ts';
import type { ReadFile } from './read-file.ts';
import { columnName, isBlank, type Sheet, textOf } from './sheet.ts';
import { findTable, recognisedIn, type Table } from './table.ts';

const SHOWN_ROWS = 30;
const SHOWN_COLUMNS = 60;
const LONGEST_CELL = 120;
const MOST_SHEETS = 50;

export interface SheetLayout {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** The first rows, as the file numbers them. */
  readonly first: readonly { readonly row: number; readonly cells: Readonly<Record<string, string>> }[];
}

/** How a file is laid out, and what would be read of it: what somebody needs to say what each column means. */
export interface FileLayout {
  readonly format: ReadFile['format'];
  readonly encoding?: string;
  readonly sheets: readonly SheetLayout[];
  readonly sheet?: string;
  readonly headerRow?: number;
  /** Field to letter of its column. */
  readonly columns: Readonly<Record<string, string>>;
  /** About the file, and why no header was found where there is none. */
  readonly notes: readonly Note[];
}

export function layoutOf({ format, encoding, sheets, notes }: ReadFile, mapping: ImportMapping): FileLayout {
  const found = tableIn(sheets, mapping);
  const about = {
    format,
    ...(encoding && { encoding }),
    sheets: sheets.slice(0, MOST_SHEETS).map(sheetLayout),
  };
  if ('unreadable' in found) {
    const first = sheets[0]?.rows.find((row) => !isBlank(row));
    const columns = first ? lettersOf(recognisedIn(first)) : {};
    return { ...about, ...(first && { headerRow: first.number }), columns, notes: [...notes, ...found.unreadable] };
  }
  const { sheet, headerRow, columns } = found;
  return { ...about, sheet, headerRow, columns: lettersOf(columns), notes };
}

function lettersOf(columns: Table['columns']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(columns).map(([field, index]) => [field, columnName(index)]));
}

/** Without a header that is understood, somebody can still say what is what. */
function tableIn(sheets: readonly Sheet[], mapping: ImportMapping): Table | { readonly unreadable: readonly Note[] } {
  try {
    return findTable(sheets, mapping);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { unreadable: error.notes };
  }
}

function sheetLayout({ name, rows }: Sheet): SheetLayout {
  return {
    name,
    rows: rows.length,
    columns: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0),
    first: rows.slice(0, SHOWN_ROWS).map(({ number, cells }) => ({
      row: number,
      cells: Object.fromEntries(
        cells
          .slice(0, SHOWN_COLUMNS)
          .map((cell, index) => [columnName(index), textOf(cell).slice(0, LONGEST_CELL)] as const)
          .filter(([, text]) => text !== ''),
      ),
    })),
  };
}
