import { type ImportLimits, UnreadableFile } from './import-report.ts';
import { type Cell, emptyCell, type Sheet } from './sheet.ts';

/** An activity of a schedule tool's own file, as a person would write it into a spreadsheet. */
export interface ToolRow {
  readonly code: string;
  readonly name: string;
  readonly wbs: string;
  readonly type?: string;
  readonly duration?: string;
  /** Local times: `2026-03-02T08:00`. */
  readonly start?: string;
  readonly finish?: string;
  readonly predecessors?: string;
  readonly resources?: string;
  readonly resourceCost?: string;
  readonly fixedCost?: string;
}

const COLUMNS: readonly (readonly [header: string, field: keyof ToolRow])[] = [
  ['ID', 'code'],
  ['Name', 'name'],
  ['WBS', 'wbs'],
  ['Type', 'type'],
  ['Duration', 'duration'],
  ['Start', 'start'],
  ['Finish', 'finish'],
  ['Predecessors', 'predecessors'],
  ['Resources', 'resources'],
  ['Resource Cost', 'resourceCost'],
  ['Fixed Cost', 'fixedCost'],
];

/** The file as a sheet, so that it is judged like any other; columns that nothing stands in are left out. */
export function scheduleSheet(name: string, rows: readonly ToolRow[], limits: ImportLimits): Sheet {
  if (rows.length === 0) throw UnreadableFile.because('FILE_EMPTY', 'holds no activities');
  if (rows.length > limits.rows) {
    const detail = `holds ${rows.length} activities; ${limits.rows} are the most that one import takes`;
    throw UnreadableFile.because('TOO_MANY_ROWS', detail);
  }
  const used = COLUMNS.filter(([, field]) => rows.some((row) => row[field] !== undefined));
  return {
    name,
    rows: [
      { number: 1, cells: used.map(([header]) => ({ kind: 'text', text: header })) },
      ...rows.map((row, index) => ({ number: index + 2, cells: used.map(([, field]) => cellOf(row[field])) })),
    ],
  };
}

function cellOf(text: string | undefined): Cell {
  return text === undefined || text === '' ? emptyCell : { kind: 'text', text };
}

/** A name between the signs that lists of resources use. */
export function plainName(name: string): string {
  return name.replaceAll(/[;,[\]]/g, ' ').trim();
}

/** `A10SS+8h`; nothing where there is no lag. */
export function linkText(code: string, type: string, lag: string | undefined): string {
  return `${code}${type}${lag === undefined ? '' : lag.startsWith('-') ? lag : `+${lag}`}`;
}
