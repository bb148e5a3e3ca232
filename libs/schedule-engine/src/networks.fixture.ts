import { compileCalendar, elapsedTime, instantOf, type Minute, minuteOf } from '@bw/working-time';
import {
  defaultOptions,
  type LinkType,
  type Network,
  type NetworkActivity,
  type NetworkLink,
  schedule,
  type Schedule,
  type ScheduleOptions,
} from './index.ts';

const weekdays = (days: readonly number[], from: string, to: string) => ({
  zone: 'UTC',
  shifts: days.map((weekday) => ({ weekday, from, to })),
  exceptions: [],
  holidays: [],
});

export const calendars = new Map([
  ['office', compileCalendar(weekdays([1, 2, 3, 4, 5], '08:00', '16:00'))],
  ['site', compileCalendar(weekdays([1, 2, 3, 4, 5, 6], '07:00', '17:00'))],
  ['always', elapsedTime],
]);

/** A working day of the office. */
export const DAY = 480;

/** `at(4, '12:00')` in March 2026; the 2nd is a Monday. */
export function at(day: number, time = '08:00'): Minute {
  return minuteOf(`2026-03-${String(day).padStart(2, '0')}T${time}:00.000Z`);
}

export function task(id: string, days: number, given: Partial<NetworkActivity> = {}): NetworkActivity {
  return { id, type: 'task', duration: days * DAY, ...given };
}

/** `link('a', 'b', 'SS', 2)`: the lag in office days. */
export function link(
  predecessor: string,
  successor: string,
  type: LinkType = 'FS',
  lag = 0,
  given: Partial<NetworkLink> = {},
): NetworkLink {
  return { id: `${predecessor}-${type}-${successor}`, predecessor, successor, type, lag: lag * DAY, ...given };
}

export function networkOf(
  activities: readonly NetworkActivity[],
  links: readonly NetworkLink[] = [],
  given: Partial<Network> = {},
): Network {
  return { projectStart: at(2), calendars, projectCalendar: 'office', activities, links, ...given };
}

export function scheduled(network: Network, options: Partial<ScheduleOptions> = {}): Schedule {
  const outcome = schedule(network, { ...defaultOptions, ...options });
  if (!outcome.scheduled) throw new Error(`the test's network has problems: ${JSON.stringify(outcome.problems)}`);
  return outcome.schedule;
}

/** `02T08:00-04T16:00 / 03T08:00-05T16:00 +480`: early dates, late dates, total float. */
export function shown(schedule: Schedule, id: string): string {
  const line = schedule.activities.find((each) => each.id === id);
  if (!line) throw new Error(`${id} was not scheduled`);
  const short = (minute: Minute) => instantOf(minute).slice(8, 16);
  const float = `${line.totalFloat < 0 ? '' : '+'}${line.totalFloat}`;
  return `${short(line.earlyStart)}-${short(line.earlyFinish)} / ${short(line.lateStart)}-${short(line.lateFinish)} ${float}`;
}

/** Early dates only. */
export function early(schedule: Schedule, id: string): string {
  return shown(schedule, id).split(' / ')[0] ?? '';
}
