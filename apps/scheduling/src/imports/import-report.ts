/** What a file gave, row by row: nothing is dropped without a line here. */

/** What a note says about a row or a file. Names are stable: clients act on them. */
export const noteCodes = [
  // The file
  'FILE_TOO_LARGE',
  'FILE_EMPTY',
  'PASSWORD_PROTECTED',
  'TOOK_TOO_LONG',
  'UNKNOWN_FORMAT',
  'UNKNOWN_ENCODING',
  'WRONG_ENCODING',
  'ENCODING_DETECTED',
  'BROKEN_FILE',
  'ZIP_BOMB',
  'TOO_MANY_ROWS',
  'TOO_MANY_COLUMNS',
  'TOO_MANY_FACTS',
  'NO_SUCH_SHEET',
  'NO_HEADER',
  'MISSING_COLUMN',
  'MERGED_DATA_CELLS',
  'COLUMN_NOT_READ',
  'CYCLE',
  'NOT_SCHEDULED',
  'START_ASSUMED',
  'NEEDS_CODES',
  'REFUSED_BY_PLAN',
  // A row that cannot be taken
  'BAD_CODE',
  'DUPLICATE_CODE',
  'BAD_DATE',
  'BAD_DURATION',
  'BAD_MONEY',
  'BAD_TYPE',
  'BAD_RULE',
  'BAD_RESOURCE',
  'BAD_LINK',
  'CELL_ERROR',
  'TEXT_TOO_LONG',
  'FINISH_BEFORE_START',
  'NO_DURATION',
  'NEGATIVE_BUDGET',
  'DANGLING_LINK',
  'SELF_LINK',
  'DUPLICATE_LINK',
  'LINK_ON_SUMMARY',
  'BAD_WEEKDAY',
  'BAD_TIME',
  // A row that was mended
  'CODE_REPAIRED',
  'NAME_REPAIRED',
  'WBS_REPAIRED',
  'DURATION_ASSUMED',
  'DURATION_CALCULATED',
  'DATE_CALCULATED',
  'DATE_ASSUMED',
  'DATE_ROUNDED',
  'MONEY_ROUNDED',
  'TYPE_ASSUMED',
  'LAG_ASSUMED',
  // A row that is odd, and was taken as it is
  'FORMULA_NOT_EVALUATED',
  'LOOKS_LIKE_A_FORMULA',
  'DURATION_DISAGREES',
  'NOT_WORKING_TIME',
  'COST_DISAGREES',
  'LATER_THAN_LOGIC',
  'EARLIER_THAN_LOGIC',
  'IGNORED_ON_SUMMARY',
  'LEFT_OUT',
] as const;
export type NoteCode = (typeof noteCodes)[number];

export interface Note {
  readonly code: NoteCode;
  readonly detail: string;
  /** 1-based, as the file shows it. */
  readonly row?: number;
  /** Letter, as a spreadsheet shows it. */
  readonly column?: string;
}

/** `blank`: nothing in it. `quarantined`: cannot be taken; why stands in its notes. */
export type RowStatus = 'accepted' | 'repaired' | 'quarantined' | 'blank';

/** What a row does to a plan that has activities already, or to an empty one. */
export type RowChange = 'added' | 'changed' | 'unchanged';

export interface RowReport {
  readonly row: number;
  readonly code?: string;
  readonly status: RowStatus;
  readonly change?: RowChange;
  /** What stands in it, as the file writes it, by field. */
  readonly cells?: Readonly<Record<string, string>>;
  readonly notes: readonly Note[];
}

/** Notes by how much they matter. */
export interface RowNotes {
  readonly problems: readonly Note[];
  readonly repairs: readonly Note[];
  readonly warnings: readonly Note[];
}

/** Collects what is said about one row while it is read. Plain fields: a worker thread runs this file as it is. */
export class RowNotebook {
  readonly #problems: Note[] = [];
  readonly #repairs: Note[] = [];
  readonly #warnings: Note[] = [];

  readonly row: number;

  constructor(row: number) {
    this.row = row;
  }

  problem(code: NoteCode, detail: string, column?: string): void {
    this.#problems.push(this.#note(code, detail, column));
  }

  repair(code: NoteCode, detail: string, column?: string): void {
    this.#repairs.push(this.#note(code, detail, column));
  }

  warn(code: NoteCode, detail: string, column?: string): void {
    this.#warnings.push(this.#note(code, detail, column));
  }

  get isQuarantined(): boolean {
    return this.#problems.length > 0;
  }

  report(code?: string): RowReport {
    const status = this.isQuarantined ? 'quarantined' : this.#repairs.length > 0 ? 'repaired' : 'accepted';
    const notes = [...this.#problems, ...this.#repairs, ...this.#warnings];
    return { row: this.row, ...(code !== undefined && { code }), status, notes };
  }

  #note(code: NoteCode, detail: string, column?: string): Note {
    return { code, detail, row: this.row, ...(column && { column }) };
  }
}

/** A file that cannot be read as what it should be. Nothing of it is kept. */
export class UnreadableFile extends Error {
  readonly notes: readonly Note[];

  constructor(notes: readonly Note[]) {
    super(notes.map(({ code, detail }) => `${code}: ${detail}`).join('; '));
    this.notes = notes;
  }

  static because(
    code: NoteCode,
    detail: string,
    place: { readonly row?: number; readonly column?: string } = {},
  ): UnreadableFile {
    return new UnreadableFile([{ code, detail, ...place }]);
  }
}

/** How much of a file is taken at most; stated in every refusal. */
export interface ImportLimits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly facts: number;
}

export const importLimits: ImportLimits = {
  fileBytes: 10 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
  facts: 20_000,
};
