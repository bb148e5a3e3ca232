import type { Activity } from './plan-views.ts';

/** How far a work breakdown code is indented: `1.2.1` by two steps. */
export const depthOf = (wbs: string): number => wbs.split('.').length - 1;

const ALL_BP = 10_000;

/** Float says nothing about what is over. */
export const isDone = ({ actualFinish, doneBp }: Activity): boolean => actualFinish !== undefined || doneBp === ALL_BP;

/** What happened where it is known, else what the schedule expects, else what was planned. */
export function expectedDates({ actualStart, actualFinish, scheduled, start, finish }: Activity): {
  readonly start: string | undefined;
  readonly finish: string | undefined;
} {
  return {
    start: actualStart ?? scheduled?.earlyStart ?? start,
    finish: actualFinish ?? scheduled?.earlyFinish ?? finish,
  };
}
