import type { PlannedValue } from './planned-value.ts';

/** What earned schedule is derived from. */
export interface Earned {
  readonly plan: PlannedValue;
  readonly ev: number;
  /** Planned value at the evaluation instant. */
  readonly pv: number;
  /** Actual time: working minutes from project start to the evaluation instant. */
  readonly actualTime: number;
  readonly stepMinutes: number;
}

/**
 * The time (working minutes since project start) at which the plan was to have earned this much: the last at which
 * planned value is not above it. The order of the rules was learned from published results:
 * 1. Done: all is earned, so earned schedule is the planned duration, whatever the plan looks like there.
 * 2. Plateau: earned is what is planned now, so earned schedule is now, not the end of the stretch without plan.
 * 3. Jump: planned value leaps past what is earned, so earned schedule is the instant of the leap.
 * 4. Else on the line between two minutes, rounded down to whole steps (`ES_STEP`; 60 agrees with tools that count
 *    working hours).
 */
export function earnedSchedule({ plan, ev, pv, actualTime, stepMinutes }: Earned): number {
  if (ev >= plan.bac) return plan.plannedDuration;
  if (ev === pv) return actualTime;
  const minute = firstAbove(plan, ev);
  // Not yet above right before that minute: all of the excess comes at once, in the minute itself.
  const leap = plan.totalAt(plan.instantAfter(minute), 'before') <= ev;
  const exact = leap || minute === 0 ? minute : minute - 1;
  return exact - (exact % stepMinutes);
}

/** The first working minute since project start at which planned value is above `ev`; found by halving. */
function firstAbove(plan: PlannedValue, ev: number): number {
  let [low, high] = [0, plan.plannedDuration];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (plan.totalAt(plan.instantAfter(middle, 'start')) > ev) high = middle;
    else low = middle + 1;
  }
  return low;
}
