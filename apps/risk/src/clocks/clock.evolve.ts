import {
  type SlaClockEvent,
  type SlaClockRecalculated,
  type SlaClockStarted,
  WAITING_REASONS,
} from '@bw/contracts-risk';
import type { ClockEvent, ClockHistory, ClockTerms } from '@bw/sla-engine';
import { calendarKey, type ClockPromise, type ClockState, type KnownClock } from './clock.ts';

/** How late a stop may be told was decided on the issue; a clock takes what the issue took. */
const TAKES_ANY_STOP_MINUTES = 10 * 365 * 24 * 60;

/** What a fact makes of a clock: another entry in its history. */
export function evolveClock(state: ClockState, event: SlaClockEvent): ClockState {
  if (event.type === 'risk.SlaClockStarted') return started(event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'risk.SlaClockPaused': {
      const { at, reason } = event.data;
      const history = withEvent(state, { type: 'pause', at, recorded: at, reason, clientNotified: true });
      return { ...state, status: 'paused', history, pausedFor: reason };
    }
    case 'risk.SlaClockResumed': {
      const { at, reason } = event.data;
      const history = withEvent(state, { type: 'resume', at, recorded: at, reason });
      return { ...withoutPause(state), status: 'running', history };
    }
    case 'risk.SlaWarningReached': {
      const { pointBp, at } = event.data;
      return { ...state, fired: [...state.fired, { timer: { kind: 'WARN', pointBp }, at }] };
    }
    case 'risk.SlaBreached':
      return { ...state, fired: [...state.fired, { timer: { kind: 'BREACH' }, at: event.data.at }] };
    case 'risk.SlaMet': {
      const { at, noted } = event.data;
      const history = withEvent(state, { type: 'stop', at, recorded: noted, reason: 'as the issue says' });
      return { ...withoutPause(state), status: 'stopped', history };
    }
    case 'risk.SlaClockReopened': {
      const { at, cycle } = event.data;
      const history = withEvent(state, { type: 'reopen', at, recorded: at });
      const fired = cycle === state.cycle ? state.fired : [];
      return { ...state, status: 'running', history, cycle, fired, runsSince: at };
    }
    case 'risk.SlaClockRecalculated':
      return recalculated(state, event.data);
    case 'risk.SlaClockCancelled': {
      const { at } = event.data;
      return {
        ...withoutPause(state),
        status: 'cancelled',
        history: withEvent(state, { type: 'cancel', at, recorded: at }),
      };
    }
  }
}

/** The promise that such an event speaks of. */
export function promiseOf(
  data: Pick<SlaClockStarted, 'targetMinutes' | 'calendarId' | 'calendarVersion' | 'warnAtBp' | 'reopen'>,
): ClockPromise {
  const { targetMinutes, calendarId, calendarVersion, warnAtBp, reopen } = data;
  const calendar = calendarId && calendarVersion ? { calendarId, version: calendarVersion } : undefined;
  return { targetMinutes, warnAtBp, reopen, ...(calendar && { calendar }) };
}

/** A promise as events tell it. */
export function toldPromise({ targetMinutes, calendar, warnAtBp, reopen }: ClockPromise) {
  return {
    targetMinutes,
    warnAtBp,
    reopen,
    ...(calendar && { calendarId: calendar.calendarId, calendarVersion: calendar.version }),
  };
}

export function withEvent({ history }: KnownClock, event: Omit<ClockEvent, 'id'>): ClockHistory {
  return { ...history, events: [...history.events, { ...event, id: String(history.events.length + 1) }] };
}

export function withPolicy(
  { history }: KnownClock,
  { promise, because, at }: { promise: ClockPromise; because: SlaClockRecalculated['because']; at: string },
): ClockHistory {
  const kind = because === 'calendar' ? 'calendar-correction' : 'policy';
  const { targetMinutes, calendar } = promise;
  const policy = { kind, recorded: at, targetMinutes, calendar: calendarKey(calendar) } as const;
  return { ...history, terms: termsOf(promise), policies: [...history.policies, policy] };
}

/** The history of a clock that starts. */
export function firstHistory(promise: ClockPromise, { at, noted }: { at: string; noted: string }): ClockHistory {
  const { targetMinutes, calendar } = promise;
  return {
    terms: termsOf(promise),
    policies: [{ kind: 'policy', recorded: at, targetMinutes, calendar: calendarKey(calendar) }],
    events: [{ id: '1', type: 'start', at, recorded: noted }],
  };
}

function termsOf({ warnAtBp, reopen }: ClockPromise): ClockTerms {
  return { warnBp: warnAtBp, reopen, pauseReasons: WAITING_REASONS, backdateMinutes: TAKES_ANY_STOP_MINUTES };
}

function started(data: SlaClockStarted): KnownClock {
  const { clockId, issueId, engagementId, clock, severity, at } = data;
  const promise = promiseOf(data);
  return {
    status: 'running',
    clockId,
    issueId,
    engagementId,
    clock,
    severity,
    promise,
    history: firstHistory(promise, data),
    cycle: 1,
    fired: [],
    runsSince: at,
  };
}

function recalculated(state: KnownClock, data: SlaClockRecalculated): KnownClock {
  const { because, at } = data;
  const promise = promiseOf(data);
  return { ...state, promise, history: withPolicy(state, { promise, because, at }) };
}

function withoutPause(clock: KnownClock): KnownClock {
  const { pausedFor: _, ...open } = clock;
  return open;
}
