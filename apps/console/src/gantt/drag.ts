import type { CivilDays } from './civil-days.ts';
import type { GanttRow } from './gantt-row.ts';
import { DAY_MS, type TimeScale } from './time-scale.ts';

/** A bar in somebody's hand: the whole of it, or its right end. */
export interface Drag {
  readonly id: string;
  readonly mode: 'move' | 'resize';
  /** Whole days so far. */
  readonly days: number;
}

export const daysOf = (pixels: number, { pixelsADay }: TimeScale): number => Math.round(pixels / pixelsADay);

/** Where the bar would lie. Clock times stay what they are on the day that it is moved to, whatever the clocks do between. */
export function dragged<R extends GanttRow>(row: R, { mode, days: by }: Drag, days: CivilDays): R {
  const { start, finish } = row;
  if (by === 0 || start === undefined || finish === undefined) return row;
  const end = Math.max(shifted(finish, by, days), start + DAY_MS / 24);
  return mode === 'resize' ? { ...row, finish: end } : { ...row, start: shifted(start, by, days), finish: end };
}

function shifted(at: number, by: number, days: CivilDays): number {
  const day = days.dayOf(at);
  return days.startOf(day + by) + (at - days.startOf(day));
}
