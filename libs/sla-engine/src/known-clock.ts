import type { Instant } from '@bw/kernel';
import { minuteOf } from '@bw/working-time';
import type { Calendars, ClockHistory, ClockPolicy, RefusedEvent } from './clock.ts';
import { type Cycle, cyclesOf } from './cycles.ts';
import { RunningTime } from './running-time.ts';

/** A cycle with the target that rules it, measured on the calendar that rules it. */
export interface KnownCycle {
  readonly cycle: Cycle;
  readonly targetMinutes: number;
  readonly time: RunningTime;
}

export interface KnownClock {
  /** The last is the current one; none before the start. */
  readonly cycles: readonly KnownCycle[];
  readonly refused: readonly RefusedEvent[];
}

/** The clock by what was recorded up to one instant, of events that count up to another. */
export function knownClock(
  history: ClockHistory,
  calendars: Calendars,
  knownAt: Instant,
  at: Instant = knownAt,
): KnownClock {
  const events = history.events.filter((event) => event.recorded <= knownAt && event.at <= at);
  const policies = history.policies.filter(({ recorded }) => recorded <= knownAt);
  const { cycles, refused } = cyclesOf(events, history.terms);
  return {
    cycles: cycles.map((cycle) => {
      const { targetMinutes, calendar } = ruling(cycle, policies);
      const compiled = calendars.get(calendar);
      if (!compiled) throw new Error(`the clock's policy names the calendar "${calendar}", which was not given`);
      return { cycle, targetMinutes, time: new RunningTime(cycle, compiled, history.terms.maxPauseMinutes) };
    }),
    refused,
  };
}

/**
 * CL9: the policy recorded last rules the whole clock, but none that was recorded after it was closed. CL10: a
 * correction of the calendar rules closed clocks too.
 */
function ruling({ closed }: Cycle, policies: readonly ClockPolicy[]): Pick<ClockPolicy, 'targetMinutes' | 'calendar'> {
  let rules: Pick<ClockPolicy, 'targetMinutes' | 'calendar'> | undefined;
  for (const { kind, recorded, targetMinutes, calendar } of policies) {
    const afterwards = closed !== undefined && minuteOf(recorded) >= closed.recorded;
    if (rules && kind === 'calendar-correction') rules = { targetMinutes: rules.targetMinutes, calendar };
    else if (!rules || !afterwards) rules = { targetMinutes, calendar };
  }
  if (!rules) throw new Error('the clock has no policy: it has to be recorded before the start');
  return rules;
}
