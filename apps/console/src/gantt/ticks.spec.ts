import { civilDaysOf, dayNumber, weekdayOf } from './civil-days.ts';
import { freeStretches, headOf, linesFor } from './ticks.ts';
import { DAY_MS, scaleFor } from './time-scale.ts';

const days = civilDaysOf('UTC');
const from = Date.parse('2027-02-24T00:00:00Z');
const extent = { from, until: from + 60 * DAY_MS };
const headFor = (zoom: 'day' | 'week' | 'month') => {
  const scale = scaleFor(extent, zoom, 300);
  return headOf({ scale, days, locale: 'en-GB', left: 28, right: 320 });
};

describe('the head of the calendar', () => {
  it('counts days below months, weeks below months, months below years', () => {
    expect(
      headFor('day')
        .lower.slice(0, 3)
        .map(({ label }) => label),
    ).toEqual(['24', '25', '26']);
    expect(headFor('week').upper.map(({ label }) => label)).toEqual(['Feb 2027', 'Mar 2027', 'Apr 2027']);
    expect(
      headFor('week')
        .lower.slice(0, 3)
        .map(({ label }) => label),
    ).toEqual(['22', '1', '8']);
    expect(headFor('month').upper[0]?.label).toBe('2027');
    expect(
      headFor('month')
        .lower.slice(0, 2)
        .map(({ label }) => label),
    ).toEqual(['Feb', 'Mar']);
  });

  it('counts quarters where months have no room', () => {
    expect(linesFor({ from: 0, until: 1, width: 1, pixelsADay: 0.4 })).toEqual({ upper: 'year', lower: 'quarter' });
  });
});

describe('days without work', () => {
  it('are one stretch where they follow each other', () => {
    const scale = scaleFor(extent, 'day', 300);
    const free = freeStretches({ scale, days, left: 28, right: 28 + 10 * 34 }, (day) => weekdayOf(day) < 6);
    expect(free.map(({ width }) => Math.round(width / 34))).toEqual([2, 1]);
    expect(Math.round(free[0]?.x ?? 0)).toBe(28 + 34 * (dayNumber('2027-02-27') - dayNumber('2027-02-24')));
  });

  it('are not drawn where a day is but a few pixels', () => {
    expect(freeStretches({ scale: scaleFor(extent, 'month', 100), days, left: 0, right: 90 }, () => false)).toEqual([]);
  });
});
