import type { EscalationLevel } from '@bw/contracts-engagement';
import type { Severity } from '@bw/contracts-risk';
import type { Instant } from '@bw/kernel';
import { type Calendars, ladderAt, type LadderReading } from '@bw/sla-engine';
import type { KnownClock } from '../clocks/clock.ts';
import type { EscalationState, Step } from './escalation.ts';

/** Stands in where a ladder has nobody left: every installation has one. */
export const DUTY_MANAGER = 'tenant-admin';

/** What a ladder is climbed by. */
export interface Climb {
  readonly since: Instant;
  readonly clockId: string;
  readonly severity: Severity;
  /** The levels that have not been reached, lowest first. */
  readonly levels: readonly EscalationLevel[];
}

/** What the ladder of an issue is about to do; undefined where there is none to climb. */
export function climbOf(
  state: EscalationState,
  clocks: readonly KnownClock[],
  levels: readonly EscalationLevel[],
): Climb | undefined {
  if (state.status === 'acknowledged') return undefined;
  const reached = state.status === 'climbing' ? state.level : 0;
  const ahead = levels.filter(({ level }) => level > reached);
  if (ahead.length === 0) return undefined;

  if (state.status === 'climbing') {
    const clock = clocks.find(({ clockId }) => clockId === state.clockId);
    return clock && { since: state.since, clockId: clock.clockId, severity: clock.severity, levels: ahead };
  }
  const [first] = clocks
    .flatMap((clock) => {
      const since = alarmOf(clock);
      return since ? [{ clock, since }] : [];
    })
    .sort((a, b) => (a.since < b.since ? -1 : 1));
  if (!first) return undefined;
  const { clock, since } = first;
  const from = state.status === 'ended' ? later(since, state.endedAt) : since;
  return { since: from, clockId: clock.clockId, severity: clock.severity, levels: ahead };
}

/**
 * When an open clock set its ladder up: at its last warning point, or at the breach where it has none. The points
 * before are for those who work on the issue; a ladder calls those who do not.
 */
function alarmOf({ status, promise, fired, runsSince }: KnownClock): Instant | undefined {
  if (status !== 'running' && status !== 'paused') return undefined;
  const last = Math.max(0, ...promise.warnAtBp);
  const alarm = fired.find(({ timer }) => timer.kind === 'BREACH' || (timer.kind === 'WARN' && timer.pointBp >= last));
  return alarm && later(alarm.at, runsSince); // a reopened clock was silent in between
}

/** The levels and when they are reached, by the working hours of each. */
export function readClimb({ since, severity, levels }: Climb, hours: Calendars, at: Instant): LadderReading {
  const rungs = levels.map(({ level, afterMinutes }) => ({ level, afterMinutes, receivers: [String(level)] }));
  return ladderAt({ raisedAt: since, severity, levels: rungs }, hours, at);
}

/**
 * The levels reached by now. Where nobody of a level can be told, the next one is reached at once, and after the last
 * the duty manager: it is never silently dropped.
 */
export function stepsOf(
  { levels }: Pick<Climb, 'levels'>,
  { fired }: Pick<LadderReading, 'fired'>,
  staffed: ReadonlySet<string>,
): readonly Step[] {
  const steps: Step[] = [];
  for (const { level, at, receiver } of fired) {
    let from = levels.findIndex((rung) => rung.level === level);
    if (from < steps.length) continue; // an unreachable level below has led here already
    let why: Step['unreachable'] = receiver === undefined ? 'nobody-on-shift' : undefined;
    for (let rung = levels[from]; rung; rung = levels[(from += 1)]) {
      const unreachable = why ?? (staffed.has(rung.role) ? undefined : 'nobody-in-role');
      steps.push({ level: rung.level, role: rung.role, at, ...(unreachable && { unreachable }) });
      if (!unreachable) break;
      why = undefined;
    }
    if (from === levels.length) steps.push({ level: (levels.at(-1)?.level ?? 0) + 1, role: DUTY_MANAGER, at });
  }
  return steps;
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
