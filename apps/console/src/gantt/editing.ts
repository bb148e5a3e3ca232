import type { GanttColumn, GanttRow } from './gantt-row.ts';

/** The cell that is being changed. */
export interface Editing {
  readonly place: number;
  readonly key: string;
}

/** The next cell of the row that can be changed, to the right or to the left. */
export function neighbourOf<R extends GanttRow>(
  columns: readonly GanttColumn<R>[],
  row: R,
  key: string,
  way: 1 | -1,
): string | undefined {
  const at = columns.findIndex((column) => column.key === key);
  for (let index = at + way; index >= 0 && index < columns.length; index += way) {
    const column = columns[index];
    if (column?.edit?.value(row) !== undefined) return column.key;
  }
  return undefined;
}

export const firstEditable = <R extends GanttRow>(columns: readonly GanttColumn<R>[], row: R): string | undefined =>
  columns.find(({ edit }) => edit?.value(row) !== undefined)?.key;

/** A column as spreadsheets copy it: a line for each cell, of which only the first counts. */
export function pastedLines(text: string): readonly string[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.map((line) => (line.split('\t')[0] ?? '').trim());
}
