import type { GanttColumn, GanttRow } from './gantt-row.ts';

/** Widths that somebody dragged, by column. */
export type Widths = Readonly<Record<string, number>>;

const NARROWEST = 36;
const NARROW_NAME = 150;

export const widthOf = <R extends GanttRow>({ key, width }: GanttColumn<R>, widths: Widths): number =>
  widths[key] ?? width;

export function withWidth<R extends GanttRow>(
  { key, minWidth }: GanttColumn<R>,
  widths: Widths,
  width: number,
): Widths {
  return { ...widths, [key]: Math.max(minWidth ?? NARROWEST, Math.round(width)) };
}

/** On a phone only the name has room beside the bars; half the width is the bars' in any case. */
export function columnsFor<R extends GanttRow>(
  columns: readonly GanttColumn<R>[],
  widths: Widths,
  room: number,
): readonly GanttColumn<R>[] {
  const most = room * 0.55;
  const sum = columns.reduce((all, column) => all + widthOf(column, widths), 0);
  if (sum <= most) return columns;
  const name = columns.filter(({ isName }) => isName);
  const kept = new Set(name);
  let used = name.reduce((all, column) => all + Math.min(widthOf(column, widths), most), 0);
  for (const column of columns) {
    if (kept.has(column) || used + widthOf(column, widths) > most) continue;
    kept.add(column);
    used += widthOf(column, widths);
  }
  return columns
    .filter((column) => kept.has(column))
    .map((column) => (column.isName && widthOf(column, widths) > most ? { ...column, width: NARROW_NAME } : column));
}
