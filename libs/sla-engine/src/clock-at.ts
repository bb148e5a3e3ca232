import { instantOf, type Minute, minuteOf } from '@bw/working-time';
import type { Calendars, ClockHistory, ClockReading, ClockState, ReadAt } from './clock.ts';
import { type KnownCycle, knownClock } from './known-clock.ts';
import { timersUntil } from './timers.ts';

const ALWAYS = Number.NEGATIVE_INFINITY;

/**
 * The clock as it stands at `read.at`, by what was recorded by `read.knownAt`: nothing is stored that could go stale,
 * so a new policy, a corrected calendar or a backdated stop simply gives another reading. CL1 to CL15 name the
 * conventions of service-level clocks where they decide.
 */
export function clockAt(history: ClockHistory, calendars: Calendars, read: ReadAt): ClockReading {
  const { at, knownAt = at } = read;
  const now = minuteOf(at);
  const { cycles, refused } = knownClock(history, calendars, knownAt, at);
  const current = cycles.at(-1);
  if (!current) return { ...NOT_STARTED, refused };

  const { cycle, targetMinutes, time } = current;
  const elapsedMinutes = time.elapsed(now);
  const state = stateOf(current, now);
  // CL4: a pause may end by itself, but nobody promises when while it lasts.
  const waiting = time.isPaused(now) && elapsedMinutes < targetMinutes;
  const due = waiting || state === 'cancelled' ? undefined : time.reached(targetMinutes);
  const breached = time.fires(targetMinutes, ALWAYS);
  const { fired, next } = timersUntil(history, calendars, at < knownAt ? at : knownAt);
  return {
    state,
    cycle: cycles.length,
    targetMinutes,
    elapsedMinutes,
    pausedMinutes: time.paused(now),
    remainingMinutes: targetMinutes - elapsedMinutes,
    ...(due === undefined ? {} : { due: instantOf(due) }),
    fired,
    ...(breached === undefined || breached > now ? {} : { breachedAt: instantOf(breached) }),
    ...(cycle.closed?.by === 'stop' ? { stoppedAt: instantOf(cycle.closed.at) } : {}),
    previousCycles: cycles.slice(0, -1).map((previous, index) => ({
      cycle: index + 1,
      state: stateOf(previous, now),
      elapsedMinutes: previous.time.elapsed(now),
    })),
    ...(next && !cycle.closed ? { nextTimer: next } : {}),
    refused,
  };
}

/** CL6: of a stopped clock by what is elapsed, of an open one by whether CL5's instant for the target has come. */
function stateOf({ cycle, targetMinutes, time }: KnownCycle, now: Minute): ClockState {
  if (cycle.closed?.by === 'cancel') return 'cancelled';
  if (cycle.closed) return time.elapsed(now) <= targetMinutes ? 'met' : 'met-late';
  const breached = time.fires(targetMinutes, ALWAYS);
  const paused = time.isPaused(now);
  if (breached !== undefined && breached <= now) return paused ? 'breached-paused' : 'breached';
  return paused ? 'paused' : 'running';
}

const NOT_STARTED = {
  state: 'none',
  cycle: 0,
  targetMinutes: 0,
  elapsedMinutes: 0,
  pausedMinutes: 0,
  remainingMinutes: 0,
  fired: [],
  previousCycles: [],
} as const satisfies Omit<ClockReading, 'refused'>;
