import { baseline } from './baselines/baseline.decider.ts';
import { calendar } from './calendars/calendar.decider.ts';
import { holidaySet } from './calendars/holiday-set.decider.ts';
import { actualCost } from './execution/actual-cost.decider.ts';
import { dataDate } from './execution/data-date.decider.ts';
import { progress } from './execution/progress.decider.ts';
import { plan } from './plans/plan.decider.ts';
import { scheduleRun } from './schedule/schedule-run.decider.ts';

/** The kinds of streams in the scheduling service's log. */
export const streams = {
  holidaySet: { prefix: 'hol-', decider: holidaySet },
  calendar: { prefix: 'cal-', decider: calendar },
  plan: { prefix: 'plan-', decider: plan },
  baseline: { prefix: 'base-', decider: baseline },
  progress: { prefix: 'prog-', decider: progress },
  actualCost: { prefix: 'cost-', decider: actualCost },
  dataDate: { prefix: 'dd-', decider: dataDate },
  scheduleRun: { prefix: 'run-', decider: scheduleRun },
} as const;
