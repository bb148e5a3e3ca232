import type { Instant } from '@bw/kernel';
import { elapsedTime, instantOf, type Minute, minuteOf, type WorkingCalendar } from '@bw/working-time';
import type { Calendars } from './clock.ts';
import type { Ladder, LadderLevel, LadderReading, LadderStep } from './ladder.ts';

const TOP_SEVERITY = 1;

interface Step {
  readonly at: Minute;
  readonly step: LadderStep;
}

/**
 * The levels that have fired by `at`, and the next one (CL16). `receivers` holds the working hours by receiver; one
 * without is always on shift. No level fires before the one below it, and none at or after the acknowledgement.
 */
export function ladderAt(ladder: Ladder, receivers: Calendars, at: Instant): LadderReading {
  const now = minuteOf(at);
  const acknowledged = ladder.acknowledgedAt ? minuteOf(ladder.acknowledgedAt) : Number.POSITIVE_INFINITY;
  const steps: Step[] = [];
  for (const level of [...ladder.levels].sort((a, b) => a.level - b.level)) {
    const step = stepOf(ladder, level, receivers, steps.at(-1)?.at ?? Number.NEGATIVE_INFINITY);
    if (step.at >= acknowledged) break;
    steps.push(step);
  }
  const next = steps.find((step) => step.at > now);
  return {
    fired: steps.filter((step) => step.at <= now).map(({ step }) => step),
    ...(next ? { next: next.step } : {}),
  };
}

/**
 * Severity 1 climbs by the clock on the wall and goes to whoever is on shift, in order, else to the duty manager; all
 * others wait for the working time of their first receiver.
 */
function stepOf(
  ladder: Ladder,
  { level, afterMinutes, receivers }: LadderLevel,
  calendars: Calendars,
  below: Minute,
): Step {
  const hours = (receiver: string): WorkingCalendar => calendars.get(receiver) ?? elapsedTime;
  const raised = minuteOf(ladder.raisedAt);
  if (ladder.severity === TOP_SEVERITY) {
    const at = Math.max(raised + afterMinutes, below);
    return told(level, at, receivers.find((receiver) => hours(receiver).isWorking(at)) ?? ladder.dutyManager);
  }
  const [first] = receivers;
  if (first === undefined) return told(level, Math.max(raised + afterMinutes, below), ladder.dutyManager);
  const due = hours(first).addWork(raised, afterMinutes, 'start');
  return told(level, hours(first).next(Math.max(due, below)), first);
}

function told(level: number, at: Minute, receiver: string | undefined): Step {
  return { at, step: { level, at: instantOf(at), ...(receiver === undefined ? {} : { receiver }) } };
}
