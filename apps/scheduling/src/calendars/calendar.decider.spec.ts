import type { CalendarFact, CalendarPublished } from '@bw/contracts-scheduling';
import { idOf, scenarios } from '@bw/testing';
import { contentHash } from '../content-hash.ts';
import { calendar, type CalendarCommand, type CalendarContent, type TakenHolidaySet } from './calendar.decider.ts';

const { given, stateAfter } = scenarios(calendar);

const calendarId = idOf('calendar');
const holidaySetId = idOf('holidays');
const shifts = [{ weekday: 1, from: '08:00', to: '16:00' }];
const exceptions = [{ from: '2026-12-24', to: '2026-12-24', shifts: [] }];
const content: CalendarContent = {
  calendarId,
  name: 'Mondays',
  zone: 'Europe/Oslo',
  shifts,
  exceptions: [],
  holidaySets: [],
  days: [],
};
const define = (change: Partial<CalendarContent> = {}, guarded = false): CalendarCommand => ({
  type: 'DefineCalendar',
  data: { ...content, ...change },
  guarded,
});
const publish = (...holidaySets: readonly TakenHolidaySet[]): CalendarCommand => ({
  type: 'PublishCalendar',
  data: { holidaySets },
});
const taken = (...days: readonly string[]): TakenHolidaySet => ({ holidaySetId, holidaySetVersion: 1, days });

const defined: CalendarFact = {
  type: 'scheduling.CalendarDefined',
  data: { calendarId, engagementId: undefined, name: 'Mondays', zone: 'Europe/Oslo' },
};
const weekSet: CalendarFact = { type: 'scheduling.WeekSet', data: { calendarId, shifts } };
const references = (...days: readonly string[]): CalendarFact => ({
  type: 'scheduling.HolidaysReferenced',
  data: { calendarId, holidaySets: [holidaySetId], days },
});
const published = (change: Partial<CalendarPublished> = {}): CalendarFact => {
  const { zone, holidays, ...rest } = { zone: 'Europe/Oslo', holidays: [], ...change };
  const counted = { zone, shifts, exceptions: [], holidays };
  const about = { calendarId, name: 'Mondays', calendarVersion: 1, holidaySets: [] };
  return { type: 'scheduling.CalendarPublished', data: { ...about, ...counted, hash: contentHash(counted), ...rest } };
};

describe('a working calendar', () => {
  it('is defined with its week, and changes only in what differs', () => {
    given().when(define()).then(defined, weekSet);
    given(defined, weekSet).when(define()).thenNothing();
    given(defined, weekSet)
      .when(define({ exceptions }, true))
      .then({ type: 'scheduling.CalendarExceptionsSet', data: { calendarId, exceptions } });
    given(defined, weekSet)
      .when(define({ holidaySets: [holidaySetId] }, true))
      .then(references());
  });

  it('changes only for somebody who says which version they saw', () => {
    given(defined, weekSet)
      .when(define({ shifts: [] }))
      .thenRefused('calendar-version-not-said');
  });

  it('keeps its name and zone', () => {
    const kept = { name: 'Mondays', zone: 'Europe/Oslo' };
    given(defined)
      .when(define({ name: 'Tuesdays' }, true))
      .thenRefused('calendar-has-other-name-or-zone', kept);
    given(defined)
      .when(define({ zone: 'UTC' }, true))
      .thenRefused('calendar-has-other-name-or-zone', kept);
  });

  it('is refused with days or times that do not exist', () => {
    given()
      .when(define({ days: ['2026-02-30'] }))
      .thenRefused('calendar-invalid');
    given()
      .when(define({ shifts: [...shifts, { weekday: 1, from: '15:00', to: '18:00' }] }))
      .thenRefused('calendar-invalid');
  });

  it('is published with a version and a hash of what is counted', () => {
    given(defined, weekSet).when(publish()).then(published());
    given(defined, weekSet, published()).when(publish()).thenNothing();
  });

  it('takes in the days of its holiday sets, each once and in order', () => {
    const withDays = published({
      holidays: ['2026-05-01', '2026-05-17'],
      holidaySets: [{ holidaySetId, holidaySetVersion: 1 }],
    });
    given(defined, weekSet, references('2026-05-17'))
      .when(publish(taken('2026-05-17', '2026-05-01')))
      .then(withDays);
    given(defined, weekSet, references())
      .when(publish())
      .thenRefused('holiday-set-not-found', { holidaySets: [holidaySetId] });
  });

  it('is published again when it counts differently', () => {
    const next = published({
      calendarVersion: 2,
      holidays: ['2026-05-01'],
      holidaySets: [{ holidaySetId, holidaySetVersion: 1 }],
    });
    given(defined, weekSet, published(), references())
      .when(publish(taken('2026-05-01')))
      .then(next);
  });

  it('is not published without working time, or before it is defined', () => {
    given(defined).when(publish()).thenRefused('calendar-invalid');
    given().when(publish()).thenRefused('calendar-not-found');
  });

  it('is empty for facts that come before its beginning', () => {
    expect(stateAfter(weekSet)).toEqual({ status: 'none' });
  });
});
