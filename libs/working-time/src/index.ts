/** Working time: calendars of local shifts as arithmetic on UTC minutes. Pure; the zone rules come from the runtime. */
export {
  type Boundary,
  type CalendarDefinition,
  type CalendarException,
  type CalendarProblem,
  type Interval,
  type Minute,
  type Shift,
  type WeeklyShift,
  type WorkingCalendar,
} from './calendar.ts';
export { compileCalendar, InvalidCalendar } from './compiled-calendar.ts';
export { elapsedTime } from './elapsed-time.ts';
export { type Holiday, type HolidaySet, mergeHolidays } from './holidays.ts';
export { instantOf, minuteOf } from './minute.ts';
export { problemsOf } from './validation.ts';
export { civilDayOf, instantOfDay, isZone, nextDay, tzVersion, weekdayOf } from './zone.ts';
