import type { Instant, Ratio } from '@bw/kernel';
import type { FormulaId } from './formulas.ts';

/** What is known of an activity's progress at the evaluation instant: the last report effective up to it. */
export interface ActivityProgress {
  readonly activityId: string;
  readonly actualStart?: Instant;
  readonly actualFinish?: Instant;
  /** Working minutes as reported, never derived. */
  readonly actualMinutes: number;
  readonly remainingMinutes: number;
  /** For `PHYSICAL_PERCENT`. */
  readonly physicalBp?: number;
  /** For `UNITS`. */
  readonly unitsDone?: number;
  /** For `WEIGHTED_MILESTONES`: those that are done. */
  readonly milestonesDone?: readonly string[];
}

/** Actual cost of an activity up to the evaluation instant, in minor units; below zero after a credit. */
export interface ActivityCost {
  /** Cost without an activity of the baseline counts too, and is reported as unbudgeted. */
  readonly activityId: string;
  readonly amount: number;
}

export interface Evaluation {
  /** The earlier of `asOf` and the data date known at the cut. */
  readonly at: Instant;
  readonly progress: readonly ActivityProgress[];
  readonly costs: readonly ActivityCost[];
  /** Earned schedule is rounded down to whole steps since project start: 1 minute, or 60 to agree with other tools. */
  readonly esStepMinutes?: number;
}

/** Why a figure has no value. */
export type UndefinedReason =
  | 'NO_BUDGET'
  | 'NO_PLAN_YET'
  | 'NO_COST_YET'
  | 'NOTHING_EARNED_YET'
  | 'NOT_STARTED'
  | 'DONE'
  | 'BUDGET_SPENT'
  | 'PLANNED_TIME_PASSED'
  /** A forecast further away than any calendar is worth asking. */
  | 'TOO_FAR';

/** One figure with its unit. Money is whole minor units, rounded once; ratios are exact. */
export type Figure =
  | { readonly unit: 'money'; readonly amount: number }
  | { readonly unit: 'ratio'; readonly ratio: Ratio }
  /** Working time of the project's calendar. */
  | { readonly unit: 'minutes'; readonly minutes: number }
  /** A point of project time: working minutes since project start, and the instant at which they have passed. */
  | { readonly unit: 'instant'; readonly minutes: number; readonly at: Instant }
  | { readonly unit: 'undefined'; readonly reason: UndefinedReason };

/** What one activity contributes. Over all activities `pv`, `ev`, `ac` and `bac` sum exactly to the figures. */
export interface Contribution {
  readonly activityId: string;
  readonly bac: number;
  readonly pv: number;
  readonly ev: number;
  readonly ac: number;
  /** Planned value at earned schedule, and the part of it that is earned: the two sums of the p-factor. */
  readonly pvAtEs: number;
  readonly earnedOfPvAtEs: number;
}

export interface Performance {
  readonly at: Instant;
  readonly figures: Readonly<Record<FormulaId, Figure>>;
  readonly contributions: readonly Contribution[];
  readonly findings: readonly Finding[];
}

/** What stands in the way of trusting the figures (EIA-748's spirit), or is worth knowing. */
export interface Finding {
  readonly code:
    | 'NO_BUDGET'
    /** Cost or progress of an activity that the baseline does not have: it counts as cost and earns nothing. */
    | 'UNBUDGETED_WORK'
    /** Apportioned to an activity that is not there, or is apportioned itself: it earns nothing. */
    | 'UNKNOWN_BASE_ACTIVITY'
    /** Its earning rule needs a measure that was not reported; it earned by effort. */
    | 'MEASURE_NOT_REPORTED'
    /** Reported to have started only after the evaluation instant. */
    | 'PROGRESS_AFTER_EVALUATION';
  readonly activityId?: string;
}
