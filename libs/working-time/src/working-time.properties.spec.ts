import fc from 'fast-check';
import { type CalendarDefinition, compileCalendar, elapsedTime, minuteOf, type WorkingCalendar } from './index.ts';

const zones = [
  'UTC',
  'Europe/Warsaw',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Asia/Manila',
];
const from = minuteOf('2026-01-01T00:00:00.000Z');
const to = minuteOf('2027-06-01T00:00:00.000Z');

const time = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => `${String(quarter >> 2).padStart(2, '0')}:${String((quarter & 3) * 15).padStart(2, '0')}`);
const shift = fc.record({ from: time, to: time });
const day = fc
  .integer({ min: 0, max: 500 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const definition: fc.Arbitrary<CalendarDefinition> = fc.record({
  zone: fc.constantFrom(...zones),
  shifts: fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: time, to: time }), {
    minLength: 1,
    maxLength: 9,
  }),
  exceptions: fc.array(
    fc
      .record({ day, shifts: fc.array(shift, { maxLength: 2 }) })
      .map((one) => ({ from: one.day, to: one.day, shifts: one.shifts })),
    { maxLength: 3 },
  ),
  holidays: fc.array(day, { maxLength: 5 }),
});
const calendar: fc.Arbitrary<WorkingCalendar> = fc.oneof(
  { weight: 9, arbitrary: definition.map(compileCalendar) },
  { weight: 1, arbitrary: fc.constant(elapsedTime) },
);
const minute = fc.integer({ min: from, max: to });

/** The plain reading of CL1 and CL2, one local minute after the other, by the runtime's own formatter. */
function workedMinutes({ zone, shifts, exceptions, holidays }: CalendarDefinition, start: number, end: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shown = (at: number) => format.format(at * 60_000).replace(' ', 'T');
  const shiftsOn = (date: string) => {
    const own = exceptions.findLast((exception) => exception.from === date);
    if (own) return own.shifts;
    if (holidays.includes(date)) return [];
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
    return shifts.filter((each) => each.weekday === weekday);
  };
  // The latest local time shown so far: a repeated hour shows nothing new, so no boundary lies in it.
  let latest = '';
  let worked = 0;
  for (let at = start - 4320; at < end; at++) {
    const now = shown(at);
    if (now > latest) latest = now;
    if (at < start) continue;
    const date = latest.slice(0, 10);
    const before = new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    const inShift = [date, before].some((first) =>
      shiftsOn(first).some((each) => {
        const last =
          each.to <= each.from
            ? new Date(Date.parse(`${first}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
            : first;
        return `${first}T${each.from}` <= latest && latest < `${last}T${each.to}`;
      }),
    );
    if (inShift) worked += 1;
  }
  return worked;
}

describe('working time, for any calendar', () => {
  it('agrees with counting minute by minute on the zone’s own clock', () => {
    const changes = [
      '2026-03-08',
      '2026-03-29',
      '2026-04-05',
      '2026-04-24',
      '2026-10-04',
      '2026-10-25',
      '2026-10-29',
      '2026-11-01',
      '2026-07-01',
    ];
    fc.assert(
      fc.property(
        definition,
        fc.constantFrom(...changes),
        fc.integer({ min: -900, max: 900 }),
        (given, date, shift) => {
          const start = minuteOf(`${date}T00:00:00.000Z`) + shift;
          expect(compileCalendar(given).workBetween(start, start + 1440)).toBe(
            workedMinutes(given, start, start + 1440),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('adds up over any instant between', () => {
    fc.assert(
      fc.property(calendar, minute, minute, minute, (c, a, b, x) => {
        expect(c.workBetween(a, x) + c.workBetween(x, b)).toBe(c.workBetween(a, b));
      }),
    );
  });

  it('leads back: the work between two working instants, added to the first, gives the second', () => {
    fc.assert(
      fc.property(calendar, minute, minute, (c, one, other) => {
        const [a, b] = [c.next(Math.min(one, other)), c.next(Math.max(one, other))];
        expect(c.addWork(a, c.workBetween(a, b), 'start')).toBe(b);
        const [x, y] = [c.previous(Math.min(one, other)), c.previous(Math.max(one, other))];
        expect(c.addWork(x, c.workBetween(x, y))).toBe(y);
      }),
    );
  });

  it('is done when it was added, and is not a minute before a finish', () => {
    fc.assert(
      fc.property(calendar, minute, fc.integer({ min: -50_000, max: 50_000 }), (c, a, work) => {
        const [finish, start] = [c.addWork(a, work), c.addWork(a, work, 'start')];
        expect([c.workBetween(a, finish), c.workBetween(a, start)]).toEqual([work, work]);
        expect([c.isWorking(finish - 1), c.isWorking(start)]).toEqual([true, true]);
        expect(finish).toBeLessThanOrEqual(start);
      }),
    );
  });

  it('never ends earlier for more work or a later begin', () => {
    fc.assert(
      fc.property(calendar, minute, fc.nat(10_000), fc.nat(5_000), fc.nat(5_000), (c, a, work, more, later) => {
        expect(c.addWork(a, work + more)).toBeGreaterThanOrEqual(c.addWork(a, work));
        expect(c.addWork(a + later, work)).toBeGreaterThanOrEqual(c.addWork(a, work));
      }),
    );
  });

  it('is what its intervals hold', () => {
    fc.assert(
      fc.property(calendar, minute, fc.nat(100_000), (c, a, span) => {
        const intervals = c.intervals(a, a + span);
        expect(intervals.reduce((sum, each) => sum + each.to - each.from, 0)).toBe(c.workBetween(a, a + span));
        expect(intervals.every((each, i) => each.from < each.to && each.from > (intervals[i - 1]?.to ?? -1))).toBe(
          true,
        );
      }),
    );
  });
});
