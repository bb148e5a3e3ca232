import { civilDaysOf, dayNumber, dayText, weekdayOf } from './civil-days.ts';

const HOUR = 3_600_000;

describe('civil days', () => {
  const berlin = civilDaysOf('Europe/Berlin');

  it('begin at the zone’s midnight, on days of 23 and of 25 hours too', () => {
    const lengthOf = (text: string) => (berlin.startOf(dayNumber(text) + 1) - berlin.startOf(dayNumber(text))) / HOUR;
    expect(new Date(berlin.startOf(dayNumber('2027-01-15'))).toISOString()).toBe('2027-01-14T23:00:00.000Z');
    expect(['2027-03-27', '2027-03-28', '2027-10-31'].map(lengthOf)).toEqual([24, 23, 25]);
  });

  it('know to which day an instant belongs', () => {
    const dayOf = (at: string, zone: string) => dayText(civilDaysOf(zone).dayOf(Date.parse(at)));
    expect(dayOf('2027-01-14T23:30:00Z', 'Europe/Berlin')).toBe('2027-01-15');
    expect(dayOf('2027-01-14T22:30:00Z', 'Europe/Berlin')).toBe('2027-01-14');
    expect(dayOf('2027-01-15T02:00:00Z', 'America/New_York')).toBe('2027-01-14');
    expect(dayOf('2027-01-15T18:31:00Z', 'Asia/Kolkata')).toBe('2027-01-16');
  });

  it('have weekdays', () => {
    expect(['2027-03-29', '2027-04-04', '1969-12-29'].map((text) => weekdayOf(dayNumber(text)))).toEqual([1, 7, 1]);
  });
});
