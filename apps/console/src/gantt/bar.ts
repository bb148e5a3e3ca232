import type { GanttRow } from './gantt-row.ts';
import { type TimeScale, xAt } from './time-scale.ts';

export const ROW_HEIGHT = 30;
export const HEAD_HEIGHT = 44;

const NARROWEST = 3;
const HALF_DIAMOND = 7;

/** Where a row's bar lies, across. */
export interface Bar {
  readonly left: number;
  readonly right: number;
}

/** Milestones reach half a diamond to both sides, so that links end at its corners. */
export function barOf({ kind, start, finish }: GanttRow, scale: TimeScale): Bar | undefined {
  const [from, until] = [start ?? finish, finish ?? start];
  if (from === undefined || until === undefined) return undefined;
  const [left, right] = [xAt(scale, from), xAt(scale, until)];
  if (kind === 'milestone') return { left: right - HALF_DIAMOND, right: right + HALF_DIAMOND };
  return { left, right: Math.max(right, left + NARROWEST) };
}

export function baselineOf({ kind, baselineStart, baselineFinish }: GanttRow, scale: TimeScale): Bar | undefined {
  if (baselineStart === undefined || baselineFinish === undefined) return undefined;
  const [left, right] = [xAt(scale, baselineStart), xAt(scale, baselineFinish)];
  if (kind === 'milestone') return { left: right - HALF_DIAMOND / 2, right: right + HALF_DIAMOND / 2 };
  return { left, right: Math.max(right, left + NARROWEST) };
}

export function diamondAt(x: number, y: number): string {
  return `M${x - HALF_DIAMOND} ${y}L${x} ${y - HALF_DIAMOND}L${x + HALF_DIAMOND} ${y}L${x} ${y + HALF_DIAMOND}Z`;
}

/** A bracket over the rows below it. */
export function bracketAt({ left, right }: Bar, y: number): string {
  const [top, foot, tip] = [y - 4, y + 2, y + 7];
  const slant = Math.min(6, (right - left) / 2);
  return (
    `M${left} ${top}L${right} ${top}L${right} ${tip}L${right - slant} ${foot}` +
    `L${left + slant} ${foot}L${left} ${tip}Z`
  );
}
