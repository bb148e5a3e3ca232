import type { Network, ScheduleOptions } from './network.ts';
import type { ScheduleOutcome } from './schedule.ts';

/** Stands in every `ScheduleCalculated`: raised whenever the same input may give another result. */
export const engineVersion = 1;

export const defaultOptions: ScheduleOptions = {
  progress: 'retained-logic',
  lagCalendar: 'predecessor',
  totalFloat: 'finish',
  critical: { by: 'float', threshold: 0 },
};

/** Early and late dates, floats and the critical path; or every reason why the network cannot be scheduled. */
export function schedule(network: Network, options: ScheduleOptions = defaultOptions): ScheduleOutcome {
  throw new Error(`no schedule yet of ${network.activities.length} activities by ${options.progress}`);
}
