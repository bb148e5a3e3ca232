/** Local time of the sheet to the minute, no zone yet: `2010-01-01T08:00`. */
export type LocalTime = string;

interface CellTraits {
  /** Its value is the cached result of a formula, which is never evaluated here. */
  readonly formula?: boolean;
  /** It shares its value with the cell it was merged into. */
  readonly merged?: boolean;
}

/** One cell, whatever kind of file it comes from. */
export type Cell = CellTraits &
  (
    | { readonly kind: 'empty' }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'number'; readonly number: number }
    | { readonly kind: 'date'; readonly local: LocalTime; readonly rounded: boolean }
    | { readonly kind: 'flag'; readonly flag: boolean }
    | { readonly kind: 'error'; readonly text: string }
  );

export interface SheetRow {
  /** 1-based, as the file shows it. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

export const emptyCell: Cell = { kind: 'empty' };

export function cellAt(row: SheetRow, column: number): Cell {
  return row.cells[column] ?? emptyCell;
}

export function isBlank(row: SheetRow): boolean {
  return row.cells.every((cell) => cell.kind === 'empty' || (cell.kind === 'text' && cell.text.trim() === ''));
}

/** The cell as a person would read it aloud. */
export function textOf(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
    case 'error':
      return cell.text.trim();
    case 'number':
      return String(cell.number);
    case 'date':
      return cell.local;
    case 'flag':
      return cell.flag ? 'yes' : 'no';
  }
}

/** `0` is A, `26` is AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** The index of a column given by its letters; undefined where it is no column's name. */
export function columnIndex(name: string): number | undefined {
  if (!/^[A-Z]{1,2}$/.test(name)) return undefined;
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
