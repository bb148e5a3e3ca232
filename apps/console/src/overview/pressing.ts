import type { Clock, Issue } from '../api/views.ts';

export interface PressingClock {
  readonly issue: Issue;
  readonly clock: Clock;
  readonly isBreached: boolean;
}

const SHOWN = 5;
const RUNS: ReadonlySet<string> = new Set(['running', 'paused']);
const isBreached = ({ state }: Clock) => state.startsWith('breached');

/** Clocks that still matter: breached ones first, then by when they are due. */
export function pressingClocks(issues: readonly Issue[]): readonly PressingClock[] {
  return issues
    .flatMap((issue) => issue.clocks.map((clock) => ({ issue, clock, isBreached: isBreached(clock) })))
    .filter(({ clock, isBreached: isOver }) => isOver || RUNS.has(clock.state))
    .toSorted(
      (a, b) => Number(b.isBreached) - Number(a.isBreached) || (a.clock.due ?? '9').localeCompare(b.clock.due ?? '9'),
    )
    .slice(0, SHOWN);
}
