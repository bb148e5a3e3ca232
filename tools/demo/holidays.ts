import { sampleId } from './ids.ts';
import { plusDays } from './work-time.ts';

export type Country = 'DE' | 'PL' | 'US' | 'IN' | 'AU' | 'GB';

export interface HolidaySet {
  readonly id: string;
  readonly name: string;
  readonly country: Country;
  readonly year: number;
  readonly days: readonly string[];
  readonly origin: string;
}

type Rule = (year: number) => string;

const on =
  (monthDay: string): Rule =>
  (year) =>
    `${year}-${monthDay}`;
const easter =
  (days: number): Rule =>
  (year) =>
    plusDays(easterSunday(year), days);
/** The nth such weekday of a month; the last one where n is -1. 1 is Monday. */
const nth =
  (n: number, weekday: number, month: number): Rule =>
  (year) => {
    const days = Array.from({ length: 31 }, (_, index) => new Date(Date.UTC(year, month - 1, index + 1)))
      .filter((day) => day.getUTCMonth() === month - 1 && (day.getUTCDay() || 7) === weekday)
      .map((day) => day.toISOString().slice(0, 10));
    return days.at(n > 0 ? n - 1 : n) ?? '';
  };

const CHRISTIAN = [on('01-01'), easter(1), on('12-25'), on('12-26')];

/** The holidays of the whole country; what single states add is left out. */
const RULES: Readonly<Record<Country, { readonly name: string; readonly rules: readonly Rule[] }>> = {
  DE: { name: 'Germany', rules: [...CHRISTIAN, easter(-2), on('05-01'), easter(39), easter(50), on('10-03')] },
  PL: {
    name: 'Poland',
    rules: [...CHRISTIAN, on('01-06'), on('05-01'), on('05-03'), easter(60), on('08-15'), on('11-01'), on('11-11')],
  },
  US: {
    name: 'United States',
    rules: [
      on('01-01'),
      nth(3, 1, 1),
      nth(3, 1, 2),
      nth(-1, 1, 5),
      on('06-19'),
      on('07-04'),
      nth(1, 1, 9),
      nth(2, 1, 10),
      on('11-11'),
      nth(4, 4, 11),
      on('12-25'),
    ],
  },
  IN: { name: 'India', rules: [on('01-26'), on('05-01'), on('08-15'), on('10-02'), on('12-25')] },
  AU: { name: 'Australia', rules: [...CHRISTIAN, on('01-26'), easter(-2), on('04-25'), nth(2, 1, 6), nth(1, 1, 10)] },
  GB: { name: 'Great Britain', rules: [...CHRISTIAN, easter(-2), nth(1, 1, 5), nth(-1, 1, 5), nth(-1, 1, 8)] },
};

export function holidaySet(country: Country, year: number): HolidaySet {
  const { name, rules } = RULES[country];
  const days = [...new Set(rules.map((rule) => rule(year)))].toSorted();
  const origin = 'Calculated from the rules of the law; days of single states are left out';
  return { id: sampleId('holidays', country, year), name: `${name} ${year}`, country, year, days, origin };
}

/** The years that a portfolio touches: the one it begins in, to the one after the next. */
export const yearsFrom = (day: string): readonly number[] => [0, 1, 2].map((more) => Number(day.slice(0, 4)) + more);

export const freeDays = (country: Country, from: string): readonly string[] =>
  yearsFrom(from).flatMap((year) => holidaySet(country, year).days);

/** By the anonymous Gregorian algorithm. */
export function easterSunday(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const [month, day] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
