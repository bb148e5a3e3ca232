import type { PlanActivity } from '../api/views.ts';

/** How far a work breakdown code is indented: `1.2.1` by two steps. */
export const depthOf = (wbs: string): number => wbs.split('.').length - 1;

/** What happened where it is known, else what the schedule expects, else what was planned. */
export function expectedDates({ actualStart, actualFinish, scheduled, start, finish }: PlanActivity): {
  readonly start: string | undefined;
  readonly finish: string | undefined;
} {
  return {
    start: actualStart ?? scheduled?.earlyStart ?? start,
    finish: actualFinish ?? scheduled?.earlyFinish ?? finish,
  };
}
