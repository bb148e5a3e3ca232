import { firstReportDay } from './report-day.ts';

describe('the day of the first report', () => {
  it.each([
    ['2027-03-05T17:00:00Z', '2027-05-01T09:00:00Z', '2027-03-12'],
    ['2027-03-05T17:00:00Z', '2027-03-09T09:00:00Z', '2027-03-08'],
    ['2027-03-05T17:00:00Z', '2027-03-05T19:00:00Z', '2027-03-05'],
  ])('of %s, seen on %s', (evaluatedAt, now, day) => {
    expect(firstReportDay(evaluatedAt, now)).toBe(day);
  });
});
