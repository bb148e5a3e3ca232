import type { CalendarPublished } from '@bw/contracts-scheduling';
import type { WorkUnits } from './duration.ts';

const DAY = 1_440;

/** What `1d` and `1w` mean on a calendar: the length of its most common working day, and the work of its week. */
export function workUnitsOf({ shifts }: Pick<CalendarPublished, 'shifts'>): WorkUnits {
  const days = new Map<number, number>();
  for (const { weekday, from, to } of shifts) {
    const length = minuteOfDay(to) - minuteOfDay(from);
    days.set(weekday, (days.get(weekday) ?? 0) + (length > 0 ? length : length + DAY));
  }
  const lengths = [...days.values()];
  const often = (length: number) => lengths.filter((each) => each === length).length;
  const day = lengths.reduce(
    (best, each) => (often(each) > often(best) || (often(each) === often(best) && each > best) ? each : best),
    0,
  );
  return { day, week: lengths.reduce((sum, length) => sum + length, 0) };
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
