import type { Clock, Issue } from '../api/views.ts';

/** A clock as the reading counts it at its point. */
export interface ClockLine extends Clock {
  readonly pausedMinutes: number;
  readonly remainingMinutes: number;
  readonly breachedAt?: string;
  readonly stoppedAt?: string;
  readonly cycle: number;
  readonly warnedBp?: number;
  readonly warnAtBp: readonly number[];
  /** Absent where every minute counts. */
  readonly calendarId?: string;
}

export interface LadderStep {
  readonly level: number;
  readonly role: string;
  readonly at: string;
  /** Somebody of that level was told. */
  readonly reached: boolean;
}

export interface Ladder {
  readonly escalationId: string;
  readonly level: number;
  readonly role?: string;
  readonly state: string;
  readonly since: string;
  readonly steps: readonly LadderStep[];
}

/** An issue with its clocks and its ladder. */
export interface IssueLine extends Issue {
  readonly origin: {
    readonly kind: string;
    readonly kpi?: string;
    readonly riskId?: string;
    readonly measurement?: string;
  };
  readonly assignee?: string;
  readonly reopened: boolean;
  readonly clocks: readonly ClockLine[];
  readonly escalations: readonly Ladder[];
}

const OVER = ['resolved', 'verified', 'cancelled'];

export const isOpen = ({ state }: Pick<Issue, 'state'>): boolean => !OVER.includes(state);

const isBreached = ({ state }: Pick<Clock, 'state'>): boolean => state.startsWith('breached');

export const breachedClocks = (issues: readonly IssueLine[]): number =>
  issues
    .filter(isOpen)
    .flatMap(({ clocks }) => clocks)
    .filter(isBreached).length;

/** What needs somebody first: breached clocks, then the worst severity, then whatever is due first. */
export function inOrder(issues: readonly IssueLine[]): readonly IssueLine[] {
  return issues.toSorted(
    (a, b) =>
      rank(a) - rank(b) || a.severity - b.severity || compare(dueOf(a), dueOf(b)) || compare(a.raisedAt, b.raisedAt),
  );
}

function rank(issue: IssueLine): number {
  if (!isOpen(issue)) return 2;
  return issue.clocks.some(isBreached) ? 0 : 1;
}

const dueOf = ({ clocks }: IssueLine): string => clocks.flatMap(({ due }) => due ?? []).toSorted()[0] ?? '9';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
