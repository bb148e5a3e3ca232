import { aroundTheClock, calendarOf, week } from './calendars.fixture.ts';
import {
  civilDayOf,
  compileCalendar,
  instantOf,
  instantOfDay,
  isZone,
  minuteOf,
  nextDay,
  tzVersion,
  weekdayOf,
} from './index.ts';

const minutesOfDay = (zone: string, day: string) =>
  minuteOf(instantOfDay(nextDay(day), zone)) - minuteOf(instantOfDay(day, zone));

/** A night shift of one local day, as UTC. */
const nightOf = (zone: string, day: string, from: string, to: string) => {
  const calendar = compileCalendar(
    calendarOf(zone, { shifts: [], exceptions: [{ from: day, to: day, shifts: [{ from, to }] }] }),
  );
  const start = minuteOf(instantOfDay(day, zone));
  return calendar
    .intervals(start - 1440, start + 2880)
    .map((shift) => `${instantOf(shift.from)} ${shift.to - shift.from}`);
};

describe('the clock changes', () => {
  it.each([
    ['Europe/Warsaw', '2026-03-29', 1380],
    ['Europe/Warsaw', '2026-10-25', 1500],
    ['Europe/Warsaw', '2026-03-28', 1440],
    ['America/New_York', '2026-03-08', 1380],
    ['America/New_York', '2026-11-01', 1500],
    ['Australia/Lord_Howe', '2026-04-05', 1470],
    ['Australia/Lord_Howe', '2026-10-04', 1410],
    ['Asia/Kathmandu', '2026-03-29', 1440],
  ])('in %s on %s, a day of %i minutes', (zone, day, minutes) => {
    expect(minutesOfDay(zone, day)).toBe(minutes);
    const start = minuteOf(instantOfDay(day, zone));
    expect(compileCalendar(aroundTheClock(zone)).workBetween(start, start + minutes)).toBe(minutes);
  });

  it.each([
    // zone, day, shift, UTC start and minutes
    ['Europe/Warsaw', '2026-03-28', '22:00', '06:00', '2026-03-28T21:00:00.000Z 420'],
    ['Europe/Warsaw', '2026-10-24', '22:00', '06:00', '2026-10-24T20:00:00.000Z 540'],
    ['Europe/Warsaw', '2026-03-29', '02:30', '10:00', '2026-03-29T01:00:00.000Z 420'],
    ['Europe/Warsaw', '2026-03-29', '00:00', '02:30', '2026-03-28T23:00:00.000Z 120'],
    ['Europe/Warsaw', '2026-10-25', '02:30', '10:00', '2026-10-25T00:30:00.000Z 510'],
    ['Europe/Warsaw', '2026-10-25', '00:00', '02:30', '2026-10-24T22:00:00.000Z 150'],
    ['Australia/Lord_Howe', '2026-10-04', '02:10', '03:00', '2026-10-03T15:30:00.000Z 30'],
    // Midnight itself is skipped in Cairo, and the hour before it is repeated.
    ['Africa/Cairo', '2026-04-24', '00:00', '08:00', '2026-04-23T22:00:00.000Z 420'],
    ['Africa/Cairo', '2026-10-29', '16:00', '24:00', '2026-10-29T13:00:00.000Z 540'],
  ])('turn a shift in %s on %s from %s to %s into %s', (zone, day, from, to, expected) => {
    expect(nightOf(zone, day, from, to)).toEqual([expected]);
  });

  it('leave no shift where the gap swallows it whole', () => {
    expect(nightOf('Europe/Warsaw', '2026-03-29', '02:10', '02:50')).toEqual([]);
  });

  it('leave no shift on a day that a zone skipped', () => {
    expect(nightOf('Pacific/Apia', '2011-12-30', '08:00', '16:00')).toEqual([]);
    expect(minutesOfDay('Pacific/Apia', '2011-12-30')).toBe(0);
  });

  it('never tear adjacent shifts apart', () => {
    const calendar = compileCalendar(
      calendarOf('Europe/Warsaw', {
        shifts: [6, 7].flatMap((weekday) => [
          { weekday, from: '00:00', to: '02:30' },
          { weekday, from: '02:30', to: '24:00' },
        ]),
      }),
    );
    for (const day of ['2026-03-29', '2026-10-25']) {
      const start = minuteOf(instantOfDay(day, 'Europe/Warsaw'));
      expect(calendar.workBetween(start, start + minutesOfDay('Europe/Warsaw', day))).toBe(
        minutesOfDay('Europe/Warsaw', day),
      );
    }
  });

  it('move the office hours with the zone', () => {
    const warsaw = compileCalendar(calendarOf('Europe/Warsaw', { shifts: week({ from: '09:00', to: '17:00' }) }));
    expect(instantOf(warsaw.next(minuteOf('2026-03-27T20:00:00.000Z')))).toBe('2026-03-30T07:00:00.000Z');
    expect(instantOf(warsaw.next(minuteOf('2026-03-26T20:00:00.000Z')))).toBe('2026-03-27T08:00:00.000Z');
  });
});

describe('civil days', () => {
  it('begin when the zone shows them first', () => {
    expect(instantOfDay('2026-03-29', 'Europe/Warsaw')).toBe('2026-03-28T23:00:00.000Z');
    expect(instantOfDay('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
    expect(instantOfDay('2026-01-01', 'Pacific/Kiritimati')).toBe('2025-12-31T10:00:00.000Z');
  });

  it('are what the zone shows at an instant', () => {
    expect(civilDayOf('2026-03-28T23:00:00.000Z', 'Europe/Warsaw')).toBe('2026-03-29');
    expect(civilDayOf('2026-03-28T22:59:59.999Z', 'Europe/Warsaw')).toBe('2026-03-28');
    expect(civilDayOf('2026-03-28T22:59:59.999Z', 'America/New_York')).toBe('2026-03-28');
  });

  it('follow each other and have weekdays', () => {
    expect(nextDay('2028-02-28')).toBe('2028-02-29');
    expect(nextDay('2026-01-01', -1)).toBe('2025-12-31');
    expect(weekdayOf('2026-03-30')).toBe(1);
    expect(weekdayOf('1969-12-28')).toBe(7);
  });

  it('need a real day and a real zone', () => {
    expect(() => instantOfDay('soon', 'UTC')).toThrow('no civil day');
    expect(() => minuteOf('soon')).toThrow('no instant');
    expect(isZone('Europe/Warsaw')).toBe(true);
    expect([isZone('Europe/Atlantis'), isZone(''), isZone(undefined)]).toEqual([false, false, false]);
  });

  it('rest on rules of a named version', () => {
    expect(tzVersion).toMatch(/^\d{4}[a-z]/);
  });
});
