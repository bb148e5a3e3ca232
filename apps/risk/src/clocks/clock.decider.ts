import type { Severity, SlaClockEvent, WaitingReason } from '@bw/contracts-risk';
import { accept, type Decider, type Decision, type Instant, type Issued } from '@bw/kernel';
import { type Calendars, clockAt, type ClockReading } from '@bw/sla-engine';
import type { Because, ClockIdentity, ClockPromise, ClockState, KnownClock } from './clock.ts';
import { evolveClock, firstHistory, toldPromise, withEvent, withPolicy } from './clock.evolve.ts';
import { untold } from './clock.reading.ts';

interface Command<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
  /** All versions of calendars that the clock's history names, and those of the command. */
  readonly calendars: Calendars;
  readonly issued: Issued;
}

/** When it counts, and when we learned of it. */
interface Told {
  readonly at: Instant;
  readonly noted: Instant;
}

export type StartClock = Command<
  'StartClock',
  ClockIdentity & Told & { readonly severity: Severity; readonly promise: ClockPromise }
>;
export type PauseClock = Command<'PauseClock', Told & { readonly reason: WaitingReason }>;
export type ResumeClock = Command<'ResumeClock', Told>;
export type StopClock = Command<'StopClock', Told>;
export type CancelClock = Command<'CancelClock', Told & { readonly why: string }>;
export type ReopenClock = Command<'ReopenClock', Told>;
export type RecalculateClock = Command<
  'RecalculateClock',
  { readonly at: Instant; readonly promise: ClockPromise; readonly because: Because }
>;
/** From the clock's timer: tell what has been reached by now. */
export type TellReached = Command<'TellReached', { readonly at: Instant }>;

export type ClockCommand =
  StartClock | PauseClock | ResumeClock | StopClock | CancelClock | ReopenClock | RecalculateClock | TellReached;

type Verdict = Decision<SlaClockEvent, never>;

/**
 * The record of a clock. Only the house commands it, after an issue's facts: what has no meaning for the clock as it
 * stands (a pause of a stopped one) is nothing to do. All figures come from the engine, by the clock's history.
 */
export const clock: Decider<ClockState, ClockCommand, SlaClockEvent, never> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'StartClock') return state.status === 'none' ? start(command) : accept();
    switch (state.status) {
      case 'none':
      case 'cancelled':
        return accept();
      case 'stopped':
        return decideOnStopped(command, state);
      case 'running':
      case 'paused':
        return decideOnOpen(command, state);
    }
  },

  evolve: evolveClock,
};

function decideOnStopped(command: Exclude<ClockCommand, StartClock>, now: KnownClock): Verdict {
  if (command.type === 'ReopenClock') return reopen(command, now);
  return command.type === 'RecalculateClock' ? restate(command, now) : accept();
}

function decideOnOpen(command: Exclude<ClockCommand, StartClock>, now: KnownClock): Verdict {
  switch (command.type) {
    case 'PauseClock':
      return now.status === 'paused' ? accept() : pause(command, now);
    case 'ResumeClock':
      return now.pausedFor ? resume(command, now, now.pausedFor) : accept();
    case 'StopClock':
      return stop(command, now);
    case 'CancelClock':
      return cancel(command, now);
    case 'ReopenClock':
      return accept();
    case 'RecalculateClock':
      return recalculate(command, now);
    case 'TellReached':
      return accept(...reached(now, clockAt(now.history, command.calendars, { at: command.data.at })));
  }
}

function start({ data, calendars }: StartClock): Verdict {
  const { clockId, issueId, engagementId, clock: kind, severity, promise, at, noted } = data;
  const ids = { clockId, issueId, engagementId, clock: kind };
  const reading = clockAt(firstHistory(promise, { at, noted }), calendars, { at: noted });
  return accept({
    type: 'risk.SlaClockStarted',
    data: { ...ids, severity, ...toldPromise(promise), at, noted, due: dueOf(reading, ids) },
    effective: { at },
  });
}

function pause({ data: { at, noted, reason }, calendars }: PauseClock, now: KnownClock): Verdict {
  const history = withEvent(now, { type: 'pause', at, recorded: at, reason, clientNotified: true });
  return accept<SlaClockEvent>(...reached(now, clockAt(history, calendars, { at: noted })), {
    type: 'risk.SlaClockPaused',
    data: { ...idsOf(now), reason, at },
    effective: { at },
  });
}

function resume({ data: { at, noted }, calendars }: ResumeClock, now: KnownClock, reason: WaitingReason): Verdict {
  const history = withEvent(now, { type: 'resume', at, recorded: at, reason });
  const reading = clockAt(history, calendars, { at: noted });
  return accept({
    type: 'risk.SlaClockResumed',
    data: { ...idsOf(now), reason, at, due: dueOf(reading, now) },
    effective: { at },
  });
}

function stop({ data: { at, noted }, calendars }: StopClock, now: KnownClock): Verdict {
  const history = withEvent(now, { type: 'stop', at, recorded: noted, reason: 'as the issue says' });
  const reading = clockAt(history, calendars, { at: noted });
  const { elapsedMinutes, pausedMinutes, targetMinutes, cycle } = reading;
  const late = reading.state === 'met-late';
  return accept<SlaClockEvent>(...reached(now, reading), {
    type: 'risk.SlaMet',
    data: { ...idsOf(now), late, cycle, elapsedMinutes, pausedMinutes, targetMinutes, at, noted },
    effective: { at },
  });
}

function cancel({ data: { at, why }, calendars }: CancelClock, now: KnownClock): Verdict {
  const history = withEvent(now, { type: 'cancel', at, recorded: at });
  return accept<SlaClockEvent>(...reached(now, clockAt(history, calendars, { at })), {
    type: 'risk.SlaClockCancelled',
    data: { ...idsOf(now), why, at },
    effective: { at },
  });
}

function reopen({ data: { at, noted }, calendars }: ReopenClock, now: KnownClock): Verdict {
  const history = withEvent(now, { type: 'reopen', at, recorded: at });
  const reading = clockAt(history, calendars, { at: noted });
  return accept({
    type: 'risk.SlaClockReopened',
    data: { ...idsOf(now), mode: now.promise.reopen, cycle: reading.cycle, at, due: dueOf(reading, now) },
    effective: { at },
  });
}

/** The same stretches, counted by what is known now; what that has reached already is told at once. */
function recalculate(command: RecalculateClock, now: KnownClock): Verdict {
  const { promise, at } = command.data;
  if (isSame(promise, now.promise)) return accept();
  const history = withPolicy(now, command.data);
  const reading = clockAt(history, command.calendars, { at });
  return accept<SlaClockEvent>(recalculated(command, now, reading), ...reached(now, reading));
}

/** A calendar that was wrong was wrong for stopped clocks too; a new service level does not reach back to them. */
function restate(command: RecalculateClock, now: KnownClock): Verdict {
  const { because, at, promise } = command.data;
  if (because !== 'calendar' || isSame(promise, now.promise)) return accept();
  const before = clockAt(now.history, command.calendars, { at });
  const after = clockAt(withPolicy(now, command.data), command.calendars, { at });
  if (before.elapsedMinutes === after.elapsedMinutes && before.due === after.due) return accept();
  return accept(recalculated(command, now, after));
}

function recalculated({ data }: RecalculateClock, now: KnownClock, reading: ClockReading): SlaClockEvent {
  const { because, promise, at } = data;
  return {
    type: 'risk.SlaClockRecalculated',
    data: {
      ...idsOf(now),
      ...toldPromise(promise),
      because,
      at,
      ...(reading.due && { due: reading.due }),
      ...(now.status === 'stopped' && { late: reading.state === 'met-late' }),
    },
  };
}

/** A fact for each threshold that was reached and not told yet. */
function reached(now: KnownClock, reading: ClockReading): readonly SlaClockEvent[] {
  const { cycle } = reading;
  return untold(now, reading).map(({ timer, at }): SlaClockEvent => {
    const of = { ...idsOf(now), cycle, at };
    return timer.kind === 'WARN'
      ? { type: 'risk.SlaWarningReached', data: { ...of, pointBp: timer.pointBp }, effective: { at } }
      : { type: 'risk.SlaBreached', data: of, effective: { at } };
  });
}

function dueOf({ due }: ClockReading, { clockId, clock: kind }: ClockIdentity): Instant {
  if (due) return due;
  throw new Error(`The ${kind} clock ${clockId} runs, and yet the engine names no time at which it is due.`);
}

function isSame(a: ClockPromise, b: ClockPromise): boolean {
  return JSON.stringify(toldPromise(a)) === JSON.stringify(toldPromise(b));
}

function idsOf({ clockId, issueId, engagementId, clock: kind }: KnownClock): ClockIdentity {
  return { clockId, issueId, engagementId, clock: kind };
}
