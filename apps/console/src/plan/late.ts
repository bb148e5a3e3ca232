import type { Activity, Predecessor } from './plan-views.ts';
import { expectedDates } from './plan-row.ts';

/** One step back on the way of a delay: what came from before, and what this activity added itself. */
export interface LateStep {
  readonly activity: Activity;
  /** Working minutes that its start moved. */
  readonly inherited: number;
  /** Working minutes by which it takes longer than was promised. */
  readonly own: number;
}

const MOST_STEPS = 12;

/**
 * Why an activity is late: back along what drives it, until the delay is used up. A step says how much of the delay an
 * activity brought in itself; the first one is the activity that was asked about.
 */
export function whyLate(activity: Activity, all: ReadonlyMap<string, Activity>): readonly LateStep[] {
  const steps: LateStep[] = [];
  const seen = new Set<string>();
  for (let at: Activity | undefined = activity; at && steps.length < MOST_STEPS && !seen.has(at.activityId);) {
    seen.add(at.activityId);
    const { startVariance = 0, finishVariance } = at;
    if (finishVariance === undefined || finishVariance <= 0) break;
    steps.push({ activity: at, inherited: Math.max(0, startVariance), own: finishVariance - startVariance });
    if (startVariance <= 0) break;
    at = drivingOf(at, all)?.activity;
  }
  return steps;
}

export interface Driver {
  readonly link: Predecessor;
  readonly activity: Activity;
}

/** The predecessor that holds the activity back the longest; nothing where none of them is what it waits for. */
export function drivingOf(activity: Activity, all: ReadonlyMap<string, Activity>): Driver | undefined {
  let best: (Driver & { readonly until: number }) | undefined;
  for (const link of activity.predecessors) {
    const before = all.get(link.activityId);
    const until = before && heldUntil(link, before, activity);
    if (before && until !== undefined && (!best || until > best.until)) best = { link, activity: before, until };
  }
  return best && { link: best.link, activity: best.activity };
}

/** Lags count working time; a working day stands for a day here, which is enough to tell which of two is later. */
const CALENDAR_MS_A_WORKING_MINUTE = 86_400_000 / 480;

function heldUntil({ type, lag }: Predecessor, before: Activity, { duration }: Activity): number | undefined {
  const { start, finish } = expectedDates(before);
  const from = type.startsWith('F') ? finish : start;
  if (from === undefined) return undefined;
  const shift = lag - (type.endsWith('F') ? duration : 0);
  return Date.parse(from) + shift * CALENDAR_MS_A_WORKING_MINUTE;
}
