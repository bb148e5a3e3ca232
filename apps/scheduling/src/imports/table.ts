import { type Note, UnreadableFile } from './import-report.ts';
import { type ImportMapping, type PlanField, planFields } from './import-mapping.ts';
import { type Cell, cellAt, columnIndex, columnName, isBlank, type Sheet, type SheetRow, textOf } from './sheet.ts';

/** A sheet whose header is understood. */
export interface Table<Field extends string = PlanField> {
  readonly sheet: string;
  /** 1-based, of the last header row. */
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  readonly headers: Readonly<Partial<Record<Field, string>>>;
  readonly rows: readonly SheetRow[];
  readonly notes: readonly Note[];
}

/** Names under which schedule tools write each column; compared without case, spaces and signs. */
const NAMES: Readonly<Record<PlanField, readonly string[]>> = {
  code: ['id', 'code', 'activityid', 'activitycode', 'taskid', 'no', 'nr'],
  name: ['name', 'taskname', 'activityname', 'activity', 'task', 'title', 'description'],
  wbs: ['wbs', 'wbscode', 'outlinenumber', 'workbreakdown'],
  type: ['type', 'activitytype', 'tasktype'],
  milestone: ['milestone'],
  predecessors: ['predecessors', 'predecessor', 'dependson', 'relations', 'links'],
  start: ['baselinestart', 'start', 'startdate', 'plannedstart', 'scheduledstart'],
  finish: [
    'baselineend',
    'baselinefinish',
    'finish',
    'end',
    'enddate',
    'finishdate',
    'plannedfinish',
    'scheduledfinish',
  ],
  duration: ['duration', 'originalduration', 'plannedduration', 'baselineduration'],
  resources: ['resourcedemand', 'resources', 'resourcenames', 'resource', 'assignedto'],
  resourceCost: ['resourcecost', 'labourcost', 'laborcost'],
  fixedCost: ['fixedcost', 'fixed'],
  costPerHour: ['costhour', 'costperhour'],
  variableCost: ['variablecost', 'variable'],
  totalCost: ['totalcost', 'cost', 'budget', 'budgetedcost', 'totalbudget', 'bac'],
  earningRule: ['earningrule', 'earning', 'evtechnique'],
};

/** In place of a column: the field is not in the file, whatever its headers look like. */
const NOT_READ = '-';
const HEADER_WITHIN = 20;
const REQUIRED: readonly PlanField[] = ['name'];

/** The sheet and its header: as the mapping names them, else those that fit best. Throws `UnreadableFile`. */
export function findTable(sheets: readonly Sheet[], mapping: ImportMapping): Table {
  const wanted = sheets.filter(({ name }) => mapping.sheet === undefined || name === mapping.sheet);
  if (wanted.length === 0) {
    const names = sheets.map(({ name }) => `"${name}"`).join(', ');
    throw UnreadableFile.because('NO_SUCH_SHEET', `has no sheet "${mapping.sheet}"; there are ${names}`);
  }
  const found = wanted.map((sheet) => tableOf(sheet, mapping)).filter((table) => table !== undefined);
  const best = found.reduce<Table | undefined>((a, b) => (a && fit(a) >= fit(b) ? a : b), undefined);
  if (!best && mapping.columns) {
    const wishes = Object.values(mapping.columns).map((wish) => `"${wish}"`);
    throw UnreadableFile.because('MISSING_COLUMN', `has no row with all of the columns ${wishes.join(', ')}`);
  }
  if (!best) {
    const detail = `has no header among its first ${HEADER_WITHIN} rows; one column must be called name, duration, start or the like`;
    throw UnreadableFile.because('NO_HEADER', detail);
  }
  const missing = REQUIRED.filter((field) => best.columns[field] === undefined);
  if (missing.length > 0 || !isSchedulable(best)) {
    const detail = `of sheet "${best.sheet}" needs a column for the name, and one for the duration or both dates`;
    throw UnreadableFile.because('MISSING_COLUMN', detail, { row: best.headerRow });
  }
  return withoutMergedData(best);
}

/** Columns of a row that are called as schedule tools call them, whether or not it is a header. */
export function recognisedIn(row: SheetRow): Readonly<Partial<Record<PlanField, number>>> {
  const named = row.cells.map((cell) => textOf(cell));
  const found = planFields.flatMap((field) => {
    const column = byNames(named, NAMES[field]);
    return column === undefined ? [] : [[field, column] as const];
  });
  return Object.fromEntries(found);
}

function tableOf(sheet: Sheet, mapping: ImportMapping): Table | undefined {
  const candidates = sheet.rows
    .slice(0, HEADER_WITHIN)
    .filter(({ number }) => mapping.headerRow === undefined || number === mapping.headerRow);
  const tables = candidates.map((row) => readHeader(sheet, row, mapping)).filter((table) => table !== undefined);
  return tables.reduce<Table | undefined>(
    (best, table) => (fit(table) > (best ? fit(best) : 1) ? table : best),
    undefined,
  );
}

function readHeader(sheet: Sheet, row: SheetRow, mapping: ImportMapping): Table | undefined {
  const named = row.cells.map((cell) => textOf(cell));
  const columns: Partial<Record<PlanField, number>> = {};
  const notes: Note[] = [];
  for (const field of planFields) {
    const wish = mapping.columns?.[field];
    if (wish === NOT_READ) continue;
    const column = wish === undefined ? byNames(named, NAMES[field]) : byWish(named, wish);
    if (wish !== undefined && column === undefined) return undefined;
    if (column !== undefined) columns[field] = column;
  }
  const taken = new Set(Object.values(columns));
  named.forEach((name, index) => {
    if (name === '' || taken.has(index)) return;
    const column = columnName(index);
    notes.push({ code: 'COLUMN_NOT_READ', detail: `column "${name}" is not read`, row: row.number, column });
  });
  const headers = Object.fromEntries(Object.entries(columns).map(([field, index]) => [field, named[index] ?? '']));
  const rows = sheet.rows.filter(({ number }) => number > row.number);
  return { sheet: sheet.name, headerRow: row.number, columns, headers, rows, notes };
}

function byNames(headers: readonly string[], names: readonly string[]): number | undefined {
  const plain = headers.map((header) => header.toLowerCase().replace(/[^a-z]/g, ''));
  const name = names.find((each) => plain.includes(each));
  return name === undefined ? undefined : plain.indexOf(name);
}

/** `column C`: for headers that are no names, or are there twice. */
const COLUMN = /^column ([a-z]{1,2})$/i;

function byWish(headers: readonly string[], wish: string): number | undefined {
  const [, letters] = COLUMN.exec(wish.trim()) ?? [];
  if (letters) return columnIndex(letters.toUpperCase());
  const index = headers.findIndex((header) => header.toLowerCase() === wish.trim().toLowerCase());
  return index >= 0 ? index : columnIndex(wish.trim());
}

function fit({ columns }: Table): number {
  return Object.keys(columns).length;
}

function isSchedulable({ columns }: Table): boolean {
  return columns.duration !== undefined || (columns.start !== undefined && columns.finish !== undefined);
}

/** A merged header unfolds by itself; merged data would put one value into rows it may not belong to. */
function withoutMergedData(table: Table): Table {
  const columns = Object.values(table.columns);
  const merged = table.rows.flatMap((row): Note[] =>
    columns
      .filter((column) => isMerged(cellAt(row, column)))
      .map((column) => ({
        code: 'MERGED_DATA_CELLS',
        detail: 'is merged with others; unmerge it and fill each cell',
        row: row.number,
        column: columnName(column),
      })),
  );
  if (merged.length > 0) throw new UnreadableFile(merged.slice(0, 20));
  return { ...table, rows: withoutEnd(table.rows) };
}

function isMerged(cell: Cell): boolean {
  return cell.merged === true;
}

/** Formatted but empty rows below the data are none of its rows. */
function withoutEnd(rows: readonly SheetRow[]): readonly SheetRow[] {
  const last = rows.findLastIndex((row) => !isBlank(row));
  return rows.slice(0, last + 1);
}
