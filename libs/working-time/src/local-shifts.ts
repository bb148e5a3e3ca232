import type { CalendarDefinition } from './calendar.ts';
import { minutesOf } from './shift-times.ts';
import { dayNumber, weekday } from './zone.ts';

/** Minutes of the local day on which the shift starts; `to` may lie beyond 1440. */
export interface LocalShift {
  readonly from: number;
  readonly to: number;
}

const FREE: readonly LocalShift[] = [];

/**
 * The shifts that start on a day (counted from 1970-01-01): an exception's, none on a holiday, else the week's (CL1).
 * Of two exceptions for a day the later in the list rules, and any of them rules over a holiday: work agreed for a
 * named day is meant.
 */
export function localShifts(definition: CalendarDefinition): (day: number) => readonly LocalShift[] {
  const week = Array.from({ length: 8 }, (_, day) =>
    inOrder(definition.shifts.filter((shift) => shift.weekday === day).map(minutesOf)),
  );
  const own = new Map(definition.holidays.map((day) => [dayNumber(day), FREE]));
  for (const { from, to, shifts } of definition.exceptions) {
    const instead = inOrder(shifts.map(minutesOf));
    for (let day = dayNumber(from); day <= dayNumber(to); day++) own.set(day, instead);
  }
  return (day) => own.get(day) ?? week[weekday(day)] ?? FREE;
}

function inOrder(shifts: LocalShift[]): readonly LocalShift[] {
  return shifts.sort((a, b) => a.from - b.from);
}
