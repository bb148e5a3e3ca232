import type { CalendarDefinition, Shift } from './index.ts';

/** Shifts of Monday to Friday. */
export function week(...shifts: readonly Shift[]): CalendarDefinition['shifts'] {
  return [1, 2, 3, 4, 5].flatMap((weekday) => shifts.map((shift) => ({ weekday, ...shift })));
}

export function calendarOf(zone: string, given: Partial<CalendarDefinition> = {}): CalendarDefinition {
  return {
    zone,
    shifts: week({ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }),
    exceptions: [],
    holidays: [],
    ...given,
  };
}

/** Every day, the whole day. */
export function aroundTheClock(zone: string): CalendarDefinition {
  return calendarOf(zone, {
    shifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
  });
}
