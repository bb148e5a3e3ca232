import { type CivilDays, type DayNumber, weekdayOf } from './civil-days.ts';
import { DAY_MS, type TimeScale, instantAt, xAt } from './time-scale.ts';

/** A stretch of the calendar's head. */
export interface Tick {
  readonly x: number;
  readonly width: number;
  readonly label: string;
}

export interface Head {
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

interface Lines {
  readonly upper: Unit;
  readonly lower: Unit;
}

/** What both lines of the head count, so that their labels have room. */
export function linesFor({ pixelsADay }: TimeScale): Lines {
  if (pixelsADay >= 20) return { upper: 'month', lower: 'day' };
  if (pixelsADay >= 3.4) return { upper: 'month', lower: 'week' };
  if (pixelsADay >= 1.1) return { upper: 'year', lower: 'month' };
  return { upper: 'year', lower: 'quarter' };
}

interface HeadAsked {
  readonly scale: TimeScale;
  readonly days: CivilDays;
  readonly locale?: string;
  /** Only what lies between them is drawn. */
  readonly left: number;
  readonly right: number;
}

export function headOf({ scale, days, locale, left, right }: HeadAsked): Head {
  const lines = linesFor(scale);
  const first = days.dayOf(instantAt(scale, left));
  const last = days.dayOf(instantAt(scale, right));
  const ticks = (unit: Unit, label: (day: DayNumber) => string): readonly Tick[] => {
    const all: Tick[] = [];
    for (let day = beginOf(unit, first); day <= last;) {
      const next = nextOf(unit, day);
      const [x, end] = [xAt(scale, days.startOf(day)), xAt(scale, days.startOf(next))];
      all.push({ x, width: end - x, label: label(day) });
      day = next;
    }
    return all;
  };
  return {
    upper: ticks(lines.upper, labelsOf(lines.upper, true, locale)),
    lower: ticks(lines.lower, labelsOf(lines.lower, false, locale)),
  };
}

function labelsOf(unit: Unit, isUpper: boolean, locale?: string): (day: DayNumber) => string {
  if (unit === 'quarter') {
    return (day) => `Q${Math.floor(new Date(day * DAY_MS).getUTCMonth() / 3) + 1}`;
  }
  const options: Intl.DateTimeFormatOptions =
    unit === 'year'
      ? { year: 'numeric' }
      : unit === 'month'
        ? { month: 'short', ...(isUpper && { year: 'numeric' }) }
        : { day: 'numeric' };
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return (day) => format.format(day * DAY_MS);
}

function beginOf(unit: Unit, day: DayNumber): DayNumber {
  if (unit === 'day') return day;
  if (unit === 'week') return day - (weekdayOf(day) - 1);
  const date = new Date(day * DAY_MS);
  return dayOfMonth(date.getUTCFullYear(), monthOf(unit, date));
}

function nextOf(unit: Unit, day: DayNumber): DayNumber {
  if (unit === 'day') return day + 1;
  if (unit === 'week') return day + 7;
  const date = new Date(day * DAY_MS);
  const months = unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1;
  return dayOfMonth(date.getUTCFullYear(), date.getUTCMonth() + months);
}

function monthOf(unit: Unit, date: Date): number {
  if (unit === 'year') return 0;
  const month = date.getUTCMonth();
  return unit === 'quarter' ? month - (month % 3) : month;
}

const dayOfMonth = (year: number, month: number): DayNumber => Date.UTC(year, month, 1) / DAY_MS;

/** Stretches of days without work, as far as they are wide enough to be seen. */
export function freeStretches(
  { scale, days, left, right }: Omit<HeadAsked, 'locale'>,
  isWorkday: (day: DayNumber) => boolean,
): readonly Omit<Tick, 'label'>[] {
  if (scale.pixelsADay < 3.4) return [];
  const last = days.dayOf(instantAt(scale, right));
  const all: Omit<Tick, 'label'>[] = [];
  for (let day = days.dayOf(instantAt(scale, left)); day <= last; day++) {
    if (isWorkday(day)) continue;
    const begin = day;
    while (!isWorkday(day + 1) && day < last) day++;
    const [x, end] = [xAt(scale, days.startOf(begin)), xAt(scale, days.startOf(day + 1))];
    all.push({ x, width: end - x });
  }
  return all;
}
