import type { Minute } from '@bw/working-time';
import type { Node } from './graph.ts';

export const NEVER = Number.POSITIVE_INFINITY;
export const EVER = Number.NEGATIVE_INFINITY;

/** Dates of the work that is left, by number of the activity. Minutes since 1970 UTC, or open. */
export interface Dates {
  readonly start: Float64Array;
  readonly finish: Float64Array;
}

export function emptyDates(count: number, value: number): Dates {
  return { start: new Float64Array(count).fill(value), finish: new Float64Array(count).fill(value) };
}

/**
 * The earliest start at or after an instant: the next working minute. A finish milestone stays at the end of a shift
 * where it already sits on one: it marks what ended, not what comes.
 */
export function startFrom({ calendar, milestone }: Node, at: Minute): Minute {
  return milestone === 'finish' && calendar.previous(at) === at ? at : calendar.next(at);
}

/** When the work that starts then is done. */
export function finishFrom({ calendar }: Node, start: Minute, work: number): Minute {
  return work === 0 ? start : calendar.addWork(start, work);
}

/** When the work has to start to be done by then. */
export function startBefore({ calendar }: Node, finish: Minute, work: number): Minute {
  return work === 0 ? finish : calendar.addWork(finish, -work, 'start');
}

/**
 * The latest finish at or before an instant: the last working instant. A start milestone stays wherever it is, and a
 * task that takes no time may stay at the beginning of a shift, where its early date may have been moved: taken back
 * over the night it would ask its predecessors to be done hours before they have to. (For a finish milestone published
 * schedules do take it back.)
 */
export function finishBy({ calendar, milestone }: Node, at: Minute, work: number): Minute {
  if (milestone === 'start') return at;
  const instantaneous = work === 0 && milestone === undefined;
  return instantaneous && calendar.next(at) === at ? at : calendar.previous(at);
}
