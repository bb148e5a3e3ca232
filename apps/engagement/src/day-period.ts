import type { CivilDay } from '@bw/kernel';

/** Days from one to another, both included; without an end it goes on. */
export interface DayPeriod {
  readonly from: CivilDay;
  readonly to?: CivilDay;
}

/** Ends no earlier than it begins. Days as texts sort like the days. */
export function isInOrder({ from, to }: DayPeriod): boolean {
  return to === undefined || from <= to;
}

export function overlaps(a: DayPeriod, b: DayPeriod): boolean {
  return (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);
}

export function isWithin(inner: DayPeriod, outer: DayPeriod): boolean {
  const endsInside = outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to);
  return outer.from <= inner.from && endsInside;
}

export function holdsOn({ from, to }: DayPeriod, day: CivilDay): boolean {
  return from <= day && (to === undefined || day <= to);
}
