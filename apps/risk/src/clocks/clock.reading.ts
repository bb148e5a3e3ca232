import type { ClockReading, FiredTimer } from '@bw/sla-engine';
import type { KnownClock } from './clock.ts';

/** Warning points and the breach that the engine says have been reached, and that were not told yet. */
export function untold(now: Pick<KnownClock, 'fired'>, { fired }: ClockReading): readonly FiredTimer[] {
  const told = new Set(now.fired.map(nameOf));
  return fired.filter((timer) => timer.timer.kind !== 'REMINDER' && !told.has(nameOf(timer)));
}

/** The same threshold may be reached twice, where new knowledge moved it ahead in between. */
function nameOf({ timer, at }: FiredTimer): string {
  return `${timer.kind} ${timer.kind === 'WARN' ? timer.pointBp : ''} ${at}`;
}
