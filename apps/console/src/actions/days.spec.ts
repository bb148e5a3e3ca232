import { dayOf, daysAfter, endOfDay } from './days.ts';

describe('civil days', () => {
  it('end where the clocks of their zone say so, across daylight saving too', () => {
    expect(endOfDay('2027-03-27', 'Europe/Berlin')).toBe('2027-03-27T22:59:59.999Z');
    expect(endOfDay('2027-03-28', 'Europe/Berlin')).toBe('2027-03-28T21:59:59.999Z');
    expect(endOfDay('2027-10-31', 'Europe/Berlin')).toBe('2027-10-31T22:59:59.999Z');
    expect(endOfDay('2027-03-28', 'Asia/Manila')).toBe('2027-03-28T15:59:59.999Z');
    expect(endOfDay('2026-12-31', 'America/New_York')).toBe('2027-01-01T04:59:59.999Z');
  });

  it('are told by their zone', () => {
    expect(dayOf('2027-03-27T23:30:00.000Z', 'Europe/Berlin')).toBe('2027-03-28');
    expect(dayOf('2027-03-27T23:30:00.000Z', 'UTC')).toBe('2027-03-27');
    expect(daysAfter('2026-12-30', 3)).toBe('2027-01-02');
  });
});
