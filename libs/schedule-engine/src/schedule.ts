import type { Minute } from '@bw/working-time';
import type { LinkType } from './network.ts';

/** The dates of every activity, and what they rest on. */
export interface Schedule {
  readonly start: Minute;
  readonly finish: Minute;
  /** In the order of the network's activities. */
  readonly activities: readonly ScheduledActivity[];
  /** Ids of the critical activities that are not finished, by early start, then id. */
  readonly criticalPath: readonly string[];
  readonly warnings: readonly ScheduleWarning[];
}

export interface ScheduledActivity {
  readonly id: string;
  readonly earlyStart: Minute;
  readonly earlyFinish: Minute;
  readonly lateStart: Minute;
  readonly lateFinish: Minute;
  /** Working minutes on the activity's own calendar; negative where it cannot be in time. */
  readonly totalFloat: number;
  readonly freeFloat: number;
  readonly critical: boolean;
  /** Working minutes left, after progress and expected finish. */
  readonly remaining: number;
  readonly status: 'not-started' | 'in-progress' | 'complete';
  /** Links that fix the early dates; without one it is `drivenBy`. */
  readonly driving: readonly string[];
  readonly drivenBy: 'link' | 'floor' | 'constraint' | 'actual' | 'span';
}

export interface ScheduleWarning {
  readonly code:
    | 'OUT_OF_SEQUENCE'
    | 'CONSTRAINT_BEFORE_DATA_DATE'
    | 'NEGATIVE_FLOAT'
    | 'ACTUAL_AFTER_DATA_DATE'
    | 'OPEN_END'
    | 'SPANS_NOTHING';
  readonly activity?: string;
  readonly link?: string;
}

/** Why a network cannot be scheduled. Nothing is calculated then. */
export type NetworkProblem =
  | { readonly code: 'CYCLE'; readonly path: readonly CycleStep[] }
  | {
      readonly code: 'DUPLICATE_ID' | 'BAD_PARENT' | 'BAD_DURATION' | 'CONSTRAINT_WITHOUT_INSTANT';
      readonly activity: string;
    }
  | { readonly code: 'UNKNOWN_CALENDAR'; readonly calendar: string; readonly activity?: string }
  | {
      readonly code: 'DANGLING_LINK' | 'SELF_LINK' | 'DUPLICATE_LINK' | 'LINK_ON_SUMMARY' | 'BAD_LAG';
      readonly link: string;
    };

/** One step of a cycle, in order; the last link leads back to the first activity. */
export interface CycleStep {
  readonly activity: string;
  readonly link: string;
  readonly type: LinkType;
}

export type ScheduleOutcome =
  | { readonly scheduled: true; readonly schedule: Schedule }
  | { readonly scheduled: false; readonly problems: readonly NetworkProblem[] };
