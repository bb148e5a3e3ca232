import type { HolidaySetFact, HolidaySetPublished } from '@bw/contracts-scheduling';
import { accept, type Decider, refuse } from '@bw/kernel';

export type HolidaySet = { readonly status: 'none' } | (HolidaySetPublished & { readonly status: 'published' });

export interface HolidaySetCommand {
  readonly type: 'PublishHolidaySet';
  readonly data: HolidaySetPublished;
  /** The caller said which version the change builds on. */
  readonly guarded: boolean;
}

export type HolidaySetRefusal =
  'holiday-set-version-not-said' | 'holiday-set-is-of-another-place-or-year' | 'holiday-outside-its-year';

/** The rules of the public holidays of one place and year: published once, then corrected day by day. */
export const holidaySet: Decider<HolidaySet, HolidaySetCommand, HolidaySetFact, HolidaySetRefusal> = {
  initial: { status: 'none' },

  decide({ data, guarded }, state) {
    const outside = data.days.filter((day) => !day.startsWith(`${data.year}-`));
    if (outside.length > 0) return refuse('holiday-outside-its-year', { days: outside, year: data.year });
    const { holidaySetId } = data;
    const days = data.days.toSorted();
    if (state.status === 'none')
      return accept<HolidaySetFact>({ type: 'scheduling.HolidaySetPublished', data: { ...data, days } });
    if (data.country !== state.country || data.subdivision !== state.subdivision || data.year !== state.year) {
      return refuse('holiday-set-is-of-another-place-or-year');
    }
    const added = days.filter((day) => !state.days.includes(day));
    const removed = state.days.filter((day) => !days.includes(day));
    if (added.length + removed.length > 0 && !guarded) return refuse('holiday-set-version-not-said');
    return accept<HolidaySetFact>(
      ...added.map((day) => ({ type: 'scheduling.HolidayAdded' as const, data: { holidaySetId, day } })),
      ...removed.map((day) => ({ type: 'scheduling.HolidayRemoved' as const, data: { holidaySetId, day } })),
    );
  },

  evolve(state, { type, data }) {
    if (type === 'scheduling.HolidaySetPublished') return { ...data, status: 'published' };
    if (state.status === 'none') return state;
    switch (type) {
      case 'scheduling.HolidayAdded':
        return { ...state, days: [...state.days, data.day].toSorted() };
      case 'scheduling.HolidayRemoved':
        return { ...state, days: state.days.filter((day) => day !== data.day) };
    }
  },
};
