import type { CalendarException, CalendarFact, CalendarPublished, Shift } from '@bw/contracts-scheduling';
import { accept, type CivilDay, type Decider, type Decision, type Id, refuse, type Zone } from '@bw/kernel';
import { problemsOf } from '@bw/working-time';
import { contentHash } from '../content-hash.ts';
import { isSame } from '../is-same.ts';

/** A calendar as a person writes it; the days of its holiday sets are added when it is published. */
export interface CalendarContent {
  readonly calendarId: Id;
  readonly engagementId?: Id;
  readonly name: string;
  readonly zone: Zone;
  readonly shifts: readonly Shift[];
  readonly exceptions: readonly CalendarException[];
  readonly holidaySets: readonly Id[];
  /** Free days of its own. */
  readonly days: readonly CivilDay[];
}

/** A holiday set as it stands when a calendar takes it in. */
export interface TakenHolidaySet {
  readonly holidaySetId: Id;
  readonly holidaySetVersion: number;
  readonly days: readonly CivilDay[];
}

export type Calendar =
  | { readonly status: 'none' }
  | (CalendarContent & { readonly status: 'draft' })
  | (CalendarContent & { readonly status: 'published'; readonly published: CalendarPublished });

export type CalendarCommand =
  | { readonly type: 'DefineCalendar'; readonly data: CalendarContent; readonly guarded: boolean }
  | { readonly type: 'PublishCalendar'; readonly data: { readonly holidaySets: readonly TakenHolidaySet[] } };

export type CalendarRefusal =
  | 'calendar-not-found'
  | 'calendar-invalid'
  | 'calendar-version-not-said'
  | 'calendar-has-other-name-or-zone'
  | 'holiday-set-not-found';

/** The rules of one working calendar: what is published can be counted with, and is never changed, only replaced. */
export const calendar: Decider<Calendar, CalendarCommand, CalendarFact, CalendarRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'DefineCalendar') return define(command.data, state, command.guarded);
    return state.status === 'none' ? refuse('calendar-not-found') : publish(state, command.data.holidaySets);
  },

  evolve(state, { type, data }) {
    if (type === 'scheduling.CalendarDefined') {
      return { ...data, shifts: [], exceptions: [], holidaySets: [], days: [], status: 'draft' };
    }
    if (state.status === 'none') return state;
    switch (type) {
      case 'scheduling.WeekSet':
        return { ...state, shifts: data.shifts };
      case 'scheduling.CalendarExceptionsSet':
        return { ...state, exceptions: data.exceptions };
      case 'scheduling.HolidaysReferenced':
        return { ...state, holidaySets: data.holidaySets, days: data.days };
      case 'scheduling.CalendarPublished':
        return { ...state, status: 'published', published: data };
    }
  },
};

function define(wanted: CalendarContent, state: Calendar, guarded: boolean): Decision<CalendarFact, CalendarRefusal> {
  const { calendarId, engagementId, name, zone, shifts, exceptions, holidaySets, days } = wanted;
  const problems = problemsOf({ zone, shifts, exceptions, holidays: days }).filter(
    ({ code }) => code !== 'NO_WORKING_TIME',
  );
  if (problems.length > 0) return refuse('calendar-invalid', { problems });

  const facts: CalendarFact[] = [];
  if (state.status === 'none') {
    facts.push({ type: 'scheduling.CalendarDefined', data: { calendarId, engagementId, name, zone } });
  } else if (state.name !== name || state.zone !== zone || state.engagementId !== engagementId) {
    return refuse('calendar-has-other-name-or-zone', { name: state.name, zone: state.zone });
  }
  const now = state.status === 'none' ? { shifts: [], exceptions: [], holidaySets: [], days: [] } : state;
  if (!isSame(now.shifts, shifts)) facts.push({ type: 'scheduling.WeekSet', data: { calendarId, shifts } });
  if (!isSame(now.exceptions, exceptions)) {
    facts.push({ type: 'scheduling.CalendarExceptionsSet', data: { calendarId, exceptions } });
  }
  if (!isSame([now.holidaySets, now.days], [holidaySets, days])) {
    facts.push({ type: 'scheduling.HolidaysReferenced', data: { calendarId, holidaySets, days } });
  }
  return state.status !== 'none' && facts.length > 0 && !guarded
    ? refuse('calendar-version-not-said')
    : accept(...facts);
}

function publish(
  state: Exclude<Calendar, { status: 'none' }>,
  taken: readonly TakenHolidaySet[],
): Decision<CalendarFact, CalendarRefusal> {
  const missing = state.holidaySets.filter((wanted) => !taken.some(({ holidaySetId }) => holidaySetId === wanted));
  if (missing.length > 0) return refuse('holiday-set-not-found', { holidaySets: missing });

  const { calendarId, engagementId, name, zone, shifts, exceptions } = state;
  const holidays = [...new Set([...state.days, ...taken.flatMap(({ days }) => days)])].toSorted();
  const counted = { zone, shifts, exceptions, holidays };
  const problems = problemsOf(counted);
  if (problems.length > 0) return refuse('calendar-invalid', { problems });

  const hash = contentHash(counted);
  const before = state.status === 'published' ? state.published : undefined;
  if (before?.hash === hash) return accept();
  const holidaySets = taken.map(({ holidaySetId, holidaySetVersion }) => ({ holidaySetId, holidaySetVersion }));
  const calendarVersion = (before?.calendarVersion ?? 0) + 1;
  const data = { calendarId, engagementId, name, calendarVersion, ...counted, holidaySets, hash };
  return accept<CalendarFact>({ type: 'scheduling.CalendarPublished', data });
}
