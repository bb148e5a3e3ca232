import { RISK_SAMPLE_IDS, type SlaClockEvent } from '@bw/contracts-risk';
import type { Instant } from '@bw/kernel';
import { compileCalendar, elapsedTime } from '@bw/working-time';
import { scenarios } from '@bw/testing';
import { issuedAt } from '../../test/issued.ts';
import { calendarKey, calendarOf, type ClockPromise } from './clock.ts';
import { clock, type ClockCommand } from './clock.decider.ts';
import { toldPromise } from './clock.evolve.ts';

const { clockId, issueId, engagementId, calendarId } = RISK_SAMPLE_IDS;
const { given, stateAfter } = scenarios(clock);
const ids = { clockId, issueId, engagementId, clock: 'resolve' } as const;

/** Monday 2026-03-02 to Friday, nine to five, UTC. */
const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
const office = { zone: 'UTC', shifts: week, exceptions: [], holidays: [] };
const calendars = new Map([
  ['always', elapsedTime],
  [`${calendarId}@1`, compileCalendar(office)],
  [`${calendarId}@2`, compileCalendar({ ...office, holidays: ['2026-03-03'] })],
]);

const aDay: ClockPromise = {
  targetMinutes: 480,
  calendar: { calendarId, version: 1 },
  warnAtBp: [5_000, 9_000],
  reopen: 'continue',
};
const corrected: ClockPromise = { ...aDay, calendar: { calendarId, version: 2 } };
const restarting: ClockPromise = { ...aDay, reopen: 'restart' };

const MONDAY_10 = '2026-03-02T10:00:00.000Z';
const MONDAY_12 = '2026-03-02T12:00:00.000Z';
const MONDAY_14 = '2026-03-02T14:00:00.000Z';
const MONDAY_16 = '2026-03-02T16:00:00.000Z';
const TUESDAY_10 = '2026-03-03T10:00:00.000Z';
const TUESDAY_11 = '2026-03-03T11:00:00.000Z';
const WEDNESDAY_9 = '2026-03-04T09:00:00.000Z';
const WEDNESDAY_10 = '2026-03-04T10:00:00.000Z';

type Word = ClockCommand extends infer C ? (C extends ClockCommand ? Omit<C, 'calendars' | 'issued'> : never) : never;
const command = (word: Word): ClockCommand => ({ ...word, calendars, issued: issuedAt(word.data.at) });
const told = (at: Instant, noted = at) => ({ at, noted });

const start = (promise = aDay, at = MONDAY_10, noted = at) =>
  command({ type: 'StartClock', data: { ...ids, severity: 2, promise, at, noted } });
const pause = (at: Instant) => command({ type: 'PauseClock', data: { ...told(at), reason: 'waiting-client' } });
const resume = (at: Instant) => command({ type: 'ResumeClock', data: told(at) });
const stop = (at: Instant, noted = at) => command({ type: 'StopClock', data: { at, noted } });
const cancel = (at: Instant) => command({ type: 'CancelClock', data: { ...told(at), why: 'A mistake.' } });
const reopen = (at: Instant) => command({ type: 'ReopenClock', data: told(at) });
const tell = (at: Instant) => command({ type: 'TellReached', data: { at } });
const recalculate = (promise: ClockPromise, at: Instant, because: 'calendar' | 'service-level') =>
  command({ type: 'RecalculateClock', data: { promise, at, because } });

const started = (promise = aDay, due = TUESDAY_10): SlaClockEvent => ({
  type: 'risk.SlaClockStarted',
  data: { ...ids, severity: 2, ...toldPromise(promise), ...told(MONDAY_10), due },
  effective: { at: MONDAY_10 },
});
const paused = (at: Instant): SlaClockEvent => ({
  type: 'risk.SlaClockPaused',
  data: { ...ids, reason: 'waiting-client', at },
  effective: { at },
});
const resumed = (at: Instant, due: Instant): SlaClockEvent => ({
  type: 'risk.SlaClockResumed',
  data: { ...ids, reason: 'waiting-client', at, due },
  effective: { at },
});
const warned = (pointBp: number, at: Instant, cycle = 1): SlaClockEvent => ({
  type: 'risk.SlaWarningReached',
  data: { ...ids, cycle, at, pointBp },
  effective: { at },
});
const breached = (at: Instant): SlaClockEvent => ({
  type: 'risk.SlaBreached',
  data: { ...ids, cycle: 1, at },
  effective: { at },
});
interface Figures {
  readonly elapsedMinutes: number;
  readonly pausedMinutes?: number;
  readonly late?: boolean;
  readonly noted?: Instant;
}
const met = (at: Instant, { elapsedMinutes, pausedMinutes = 0, late = false, noted = at }: Figures): SlaClockEvent => ({
  type: 'risk.SlaMet',
  data: { ...ids, late, cycle: 1, elapsedMinutes, pausedMinutes, targetMinutes: 480, at, noted },
  effective: { at },
});
const reopened = (at: Instant, due: Instant, mode: 'continue' | 'restart', cycle: number): SlaClockEvent => ({
  type: 'risk.SlaClockReopened',
  data: { ...ids, mode, cycle, at, due },
  effective: { at },
});
const cancelled = (at: Instant): SlaClockEvent => ({
  type: 'risk.SlaClockCancelled',
  data: { ...ids, why: 'A mistake.', at },
  effective: { at },
});

describe('a clock', () => {
  it('starts with the time at which it is due', () => given().when(start()).then(started()));

  it('counts every minute without a calendar', () => {
    const { calendar: _, ...always } = aDay;
    given().when(start(always)).then(started(always, '2026-03-02T18:00:00.000Z'));
  });

  it('starts once', () => given(started()).when(start()).thenNothing());

  it('hears nothing before it starts', () => {
    for (const early of [pause(MONDAY_12), stop(MONDAY_12), reopen(MONDAY_12), tell(MONDAY_12)]) {
      given().when(early).thenNothing();
    }
    expect(stateAfter(paused(MONDAY_12))).toEqual({ status: 'none' });
  });

  it('tells what it has reached, once', () => {
    given(started()).when(tell(MONDAY_12)).thenNothing();
    given(started()).when(tell(MONDAY_14)).then(warned(5_000, MONDAY_14));
    given(started(), warned(5_000, MONDAY_14)).when(tell(MONDAY_14)).thenNothing();
  });

  it('tells all that was reached while nobody looked, each at its time', () => {
    given(started())
      .when(tell(TUESDAY_11))
      .then(warned(5_000, MONDAY_14), warned(9_000, '2026-03-03T09:12:00.000Z'), breached(TUESDAY_10));
  });
});

describe('its pause', () => {
  it('stops the minutes and hides when it is due; resumed, it is due later', () => {
    given(started()).when(pause(MONDAY_12)).then(paused(MONDAY_12));
    given(started(), paused(MONDAY_12)).when(resume(MONDAY_16)).then(resumed(MONDAY_16, '2026-03-03T14:00:00.000Z'));
  });

  it('comes after the warning that was due before it', () => {
    given(started()).when(pause(MONDAY_16)).then(warned(5_000, MONDAY_14), paused(MONDAY_16));
  });

  it('is one at a time, and ends once', () => {
    given(started(), paused(MONDAY_12)).when(pause(MONDAY_14)).thenNothing();
    given(started()).when(resume(MONDAY_14)).thenNothing();
  });

  it('lets no threshold be reached', () => {
    given(started(), paused(MONDAY_12)).when(tell(TUESDAY_11)).thenNothing();
  });
});

describe('its stop', () => {
  it('in time meets the target', () => {
    given(started())
      .when(stop(MONDAY_12))
      .then(met(MONDAY_12, { elapsedMinutes: 120 }));
  });

  it('late tells the breach first', () => {
    given(started(), warned(5_000, MONDAY_14), warned(9_000, '2026-03-03T09:12:00.000Z'))
      .when(stop(TUESDAY_11))
      .then(breached(TUESDAY_10), met(TUESDAY_11, { elapsedMinutes: 540, late: true }));
  });

  it('told late counts from when it was', () => {
    given(started(), warned(5_000, MONDAY_14), warned(9_000, '2026-03-03T09:12:00.000Z'))
      .when(stop('2026-03-03T09:55:00.000Z', '2026-03-03T10:05:00.000Z'))
      .then(
        breached(TUESDAY_10), // it did fire: at ten nobody knew better
        met('2026-03-03T09:55:00.000Z', { elapsedMinutes: 475, noted: '2026-03-03T10:05:00.000Z' }),
      );
  });

  it('ends a pause', () => {
    given(started(), paused(MONDAY_12))
      .when(stop(MONDAY_16))
      .then(met(MONDAY_16, { elapsedMinutes: 120, pausedMinutes: 240 }));
  });

  it('comes once', () => {
    const over = [started(), met(MONDAY_12, { elapsedMinutes: 120 })];
    for (const late of [stop(MONDAY_14), pause(MONDAY_14), cancel(MONDAY_14), tell(TUESDAY_11)]) {
      given(...over)
        .when(late)
        .thenNothing();
    }
  });
});

describe('reopened', () => {
  const over = [started(), met(MONDAY_12, { elapsedMinutes: 120 })];

  it('continues where it stood', () => {
    given(...over)
      .when(reopen(WEDNESDAY_9))
      .then(reopened(WEDNESDAY_9, '2026-03-04T15:00:00.000Z', 'continue', 1));
  });

  it('restarts where that was agreed, and warns anew', () => {
    const again = [
      started(restarting),
      warned(5_000, MONDAY_14),
      met(MONDAY_16, { elapsedMinutes: 360 }),
      reopened(WEDNESDAY_9, '2026-03-04T17:00:00.000Z', 'restart', 2),
    ];
    given(...again.slice(0, 3))
      .when(reopen(WEDNESDAY_9))
      .then(reopened(WEDNESDAY_9, '2026-03-04T17:00:00.000Z', 'restart', 2));
    given(...again)
      .when(tell('2026-03-04T14:00:00.000Z'))
      .then(warned(5_000, '2026-03-04T13:00:00.000Z', 2));
    expect(stateAfter(...again)).toMatchObject({ cycle: 2, fired: [], runsSince: WEDNESDAY_9 });
  });

  it('only after a stop', () => given(started()).when(reopen(WEDNESDAY_9)).thenNothing());
});

describe('recalculated', () => {
  const recalculated = (promise: ClockPromise, because: 'calendar' | 'service-level', rest: object): SlaClockEvent => ({
    type: 'risk.SlaClockRecalculated',
    data: { ...ids, ...toldPromise(promise), because, at: MONDAY_14, ...rest },
  });

  it('by a corrected calendar it is due another day', () => {
    given(started(), warned(5_000, MONDAY_14))
      .when(recalculate(corrected, MONDAY_14, 'calendar'))
      .then(recalculated(corrected, 'calendar', { due: WEDNESDAY_10 }));
  });

  it('by a shorter target its pause is kept, and what lies behind is told at once', () => {
    const short = { ...aDay, targetMinutes: 240 };
    given(started(), paused(MONDAY_12), resumed('2026-03-02T13:00:00.000Z', '2026-03-03T11:00:00.000Z'))
      .when(recalculate(short, MONDAY_14, 'service-level'))
      .then(recalculated(short, 'service-level', { due: '2026-03-02T15:00:00.000Z' }), warned(5_000, MONDAY_14));
  });

  it('while it is paused nobody knows when it is due', () => {
    given(started(), paused(MONDAY_12))
      .when(recalculate(corrected, MONDAY_14, 'calendar'))
      .then(recalculated(corrected, 'calendar', {}));
  });

  it('by what it is counted by already: nothing happens', () => {
    given(started())
      .when(recalculate(aDay, MONDAY_14, 'service-level'))
      .thenNothing();
  });

  it('after its stop only by a calendar that changes its figures', () => {
    const late = [
      started(),
      warned(5_000, MONDAY_14),
      warned(9_000, '2026-03-03T09:12:00.000Z'),
      breached(TUESDAY_10),
      met(TUESDAY_11, { elapsedMinutes: 540, late: true }),
    ];
    given(...late)
      .when(recalculate(corrected, '2026-03-05T09:00:00.000Z', 'calendar'))
      .then({
        type: 'risk.SlaClockRecalculated',
        data: {
          ...ids,
          ...toldPromise(corrected),
          because: 'calendar',
          at: '2026-03-05T09:00:00.000Z',
          due: WEDNESDAY_10,
          late: false,
        },
      });
    given(...late)
      .when(recalculate({ ...aDay, targetMinutes: 600 }, '2026-03-05T09:00:00.000Z', 'service-level'))
      .thenNothing();
  });

  it('not after its stop by a calendar that changes nothing for it', () => {
    const quick = [started(), met(MONDAY_12, { elapsedMinutes: 120 })];
    const elsewhere = { ...aDay, calendar: { calendarId, version: 3 } };
    const later = new Map([
      ...calendars,
      [`${calendarId}@3`, compileCalendar({ ...office, holidays: ['2026-05-01'] })],
    ]);
    given(...quick)
      .when({ ...recalculate(elsewhere, WEDNESDAY_9, 'calendar'), calendars: later })
      .thenNothing();
    given(...quick)
      .when(recalculate(aDay, WEDNESDAY_9, 'calendar'))
      .thenNothing();
  });
});

describe('cancelled', () => {
  it('counts nowhere', () => {
    given(started()).when(cancel(MONDAY_12)).then(cancelled(MONDAY_12));
    given(started()).when(cancel(MONDAY_16)).then(warned(5_000, MONDAY_14), cancelled(MONDAY_16));
  });

  it('hears nothing any more', () => {
    for (const late of [stop(MONDAY_14), reopen(MONDAY_14), recalculate(corrected, MONDAY_14, 'calendar')]) {
      given(started(), cancelled(MONDAY_12)).when(late).thenNothing();
    }
  });
});

describe('the names of calendars in a history', () => {
  it('lead back to the calendar', () => {
    expect(calendarOf(calendarKey({ calendarId, version: 7 }))).toEqual({ calendarId, version: 7 });
    expect(calendarOf(calendarKey(undefined))).toBeUndefined();
  });
});
