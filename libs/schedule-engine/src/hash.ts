import type { Network, ScheduleOptions } from './network.ts';
import type { Schedule } from './schedule.ts';

/** SHA-256 (hex) of all that a schedule depends on, whatever the order it is given in. */
export function inputHash(network: Network, options: ScheduleOptions): string {
  throw new Error(`no hash yet of ${network.activities.length} activities by ${options.progress}`);
}

/** SHA-256 (hex) of all dates and floats. */
export function resultHash(schedule: Schedule): string {
  throw new Error(`no hash yet of ${schedule.activities.length} activities`);
}
