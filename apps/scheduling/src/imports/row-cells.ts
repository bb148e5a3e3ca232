import type { Read } from './duration.ts';
import { type NoteCode, RowNotebook } from './import-report.ts';
import { type Cell, cellAt, columnName, emptyCell, type SheetRow, textOf } from './sheet.ts';

/** Of a cell that is shown back. */
const LONGEST_CELL = 500;

/** The cells of one row by the names of their fields, with the notes about them. */
export class RowCells<Field extends string> {
  readonly notes: RowNotebook;

  constructor(
    private readonly row: SheetRow,
    private readonly columns: Readonly<Partial<Record<Field, number>>>,
  ) {
    this.notes = new RowNotebook(row.number);
    for (const field of Object.keys(columns) as Field[]) this.#inspect(field); // the keys are what the type says
  }

  get number(): number {
    return this.row.number;
  }

  cell(field: Field): Cell {
    const column = this.columns[field];
    return column === undefined ? emptyCell : cellAt(this.row, column);
  }

  /** Undefined where there is nothing. */
  text(field: Field): string | undefined {
    return textOf(this.cell(field)) || undefined;
  }

  column(field: Field): string | undefined {
    const column = this.columns[field];
    return column === undefined ? undefined : columnName(column);
  }

  /** Every cell that is read, as a person would read it aloud. */
  texts(): Readonly<Record<string, string>> {
    const fields = Object.keys(this.columns) as Field[]; // the keys are what the type says
    const texts = fields.map((field) => [field, textOf(this.cell(field)).slice(0, LONGEST_CELL)] as const);
    return Object.fromEntries(texts.filter(([, text]) => text !== ''));
  }

  /** The value, or a problem of this code in the notes; undefined where the cell is empty. */
  read<T>(field: Field, code: NoteCode, read: (cell: Cell) => Read<T>): T | undefined {
    const cell = this.cell(field);
    if (cell.kind === 'error' || textOf(cell) === '') return undefined;
    const found = read(cell);
    if ('value' in found) return found.value;
    this.notes.problem(code, found.problem, this.column(field));
    return undefined;
  }

  /** What holds for any cell: formulas are never evaluated, errors are no values. */
  #inspect(field: Field): void {
    const cell = this.cell(field);
    const column = this.column(field);
    if (cell.kind === 'error') this.notes.problem('CELL_ERROR', `the cell holds ${cell.text}`, column);
    if (!cell.formula) return;
    if (cell.kind === 'empty') this.notes.problem('CELL_ERROR', 'the cell holds a formula without a result', column);
    else this.notes.warn('FORMULA_NOT_EVALUATED', 'the stored result of a formula was taken', column);
  }
}
