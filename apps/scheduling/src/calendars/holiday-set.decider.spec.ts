import type { HolidaySetFact, HolidaySetPublished } from '@bw/contracts-scheduling';
import { idOf, scenarios } from '@bw/testing';
import { holidaySet, type HolidaySetCommand } from './holiday-set.decider.ts';

const { given, stateAfter } = scenarios(holidaySet);

const holidaySetId = idOf('holidays');
const set = (...days: readonly string[]): HolidaySetPublished => ({
  holidaySetId,
  name: 'Norway 2026',
  country: 'NO',
  year: 2026,
  days,
});
const publish = (data: HolidaySetPublished, guarded = false): HolidaySetCommand => ({
  type: 'PublishHolidaySet',
  data,
  guarded,
});
const published = (...days: readonly string[]): HolidaySetFact => ({
  type: 'scheduling.HolidaySetPublished',
  data: set(...days),
});
const added = (day: string): HolidaySetFact => ({ type: 'scheduling.HolidayAdded', data: { holidaySetId, day } });
const removed = (day: string): HolidaySetFact => ({ type: 'scheduling.HolidayRemoved', data: { holidaySetId, day } });

describe('a holiday set', () => {
  it('is published with its days in order', () => {
    given()
      .when(publish(set('2026-05-17', '2026-05-01')))
      .then(published('2026-05-01', '2026-05-17'));
  });

  it('is corrected day by day', () => {
    given(published('2026-05-01', '2026-05-16'))
      .when(publish(set('2026-05-01', '2026-05-17'), true))
      .then(added('2026-05-17'), removed('2026-05-16'));
    given(published('2026-05-01'), added('2026-05-17'), removed('2026-05-01'))
      .when(publish(set('2026-05-17')))
      .thenNothing();
  });

  it('changes only for somebody who says which version they saw', () => {
    given(published('2026-05-01')).when(publish(set())).thenRefused('holiday-set-version-not-said');
  });

  it('keeps its place and year, and its days lie in it', () => {
    given(published())
      .when(publish({ ...set(), year: 2027 }))
      .thenRefused('holiday-set-is-of-another-place-or-year');
    given(published())
      .when(publish({ ...set(), subdivision: 'X' }))
      .thenRefused('holiday-set-is-of-another-place-or-year');
    given()
      .when(publish(set('2027-01-01')))
      .thenRefused('holiday-outside-its-year', { days: ['2027-01-01'], year: 2026 });
  });

  it('is empty for facts that come before its beginning', () => {
    expect(stateAfter(added('2026-05-01'))).toEqual({ status: 'none' });
  });
});
