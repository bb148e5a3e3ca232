import { type DayNumber, dayNumber, dayText, weekdayOf } from '../gantt/civil-days.ts';
import type { CalendarView } from './plan-views.ts';

/** Which civil days have work: exceptions before free days before the week. */
export function workdaysOf({ shifts, exceptions = [], days = [] }: CalendarView): (day: DayNumber) => boolean {
  const weekdays = new Set(shifts.map(({ weekday }) => weekday));
  const free = new Set(days);
  const special = exceptions.map(({ from, to, shifts: own }) => ({
    from: dayNumber(from),
    to: dayNumber(to),
    hasWork: own.length > 0,
  }));
  return (day) => {
    const exception = special.findLast(({ from, to }) => from <= day && day <= to);
    if (exception) return exception.hasWork;
    return weekdays.has(weekdayOf(day)) && !free.has(dayText(day));
  };
}
