import type { Minute, WorkingCalendar } from './calendar.ts';

/** The clock on the wall: every minute is worked, always. */
export const elapsedTime: WorkingCalendar = {
  key: '24x7',
  zone: 'UTC',
  tzVersion: 'none',
  workBetween: (from, to) => to - from,
  addWork: (from, minutes) => from + minutes,
  next: (at) => at,
  previous: (at) => at,
  isWorking: () => true,
  intervals: (from: Minute, to: Minute) => (from < to ? [{ from, to }] : []),
};
