import type { CivilDay } from '@bw/kernel';

/** A version of the holidays of a country or region. Only public holidays close a day (CL1). */
export interface HolidaySet {
  readonly days: readonly Holiday[];
}

export interface Holiday {
  readonly day: CivilDay;
  readonly kind: 'public' | 'observance' | 'optional';
}

/** The free days of several sets as a calendar definition takes them: public ones only, each once, in order. */
export function mergeHolidays(...sets: readonly HolidaySet[]): readonly CivilDay[] {
  const days = sets.flatMap((set) => set.days.filter(({ kind }) => kind === 'public').map(({ day }) => day));
  return [...new Set(days)].sort();
}
