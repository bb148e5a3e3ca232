import { DAY_MS } from './time-scale.ts';

/** A civil day as a number: days since 1970-01-01. Calendars of different zones number days alike. */
export type DayNumber = number;

/** Civil days of one zone, and when they begin. */
export interface CivilDays {
  readonly startOf: (day: DayNumber) => number;
  readonly dayOf: (at: number) => DayNumber;
}

/** Remembers what it worked out: asking the zone's rules costs more than all else on the chart. */
export function civilDaysOf(zone: string): CivilDays {
  const starts = new Map<DayNumber, number>();
  const offset = offsetIn(zone);
  const startOf = (day: DayNumber): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const midnight = day * DAY_MS;
    const guess = midnight - offset(midnight);
    const start = midnight - offset(guess); // the offset that holds there, should the clock have changed in between
    starts.set(day, start);
    return start;
  };
  return {
    startOf,
    dayOf: (at) => {
      const day = Math.floor(at / DAY_MS);
      if (at < startOf(day)) return day - 1;
      return at >= startOf(day + 1) ? day + 1 : day;
    },
  };
}

function offsetIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** `2027-03-28`. */
export const dayText = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Of `2027-03-28`. */
export const dayNumber = (text: string): DayNumber => Math.round(Date.parse(`${text}T00:00:00Z`) / DAY_MS);
