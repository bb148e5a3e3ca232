import type { Instant } from '@bw/kernel';
import type { WorkingCalendar } from '@bw/working-time';

/** One activity of the approved baseline. Money in whole minor units of the one currency of the plan. */
export interface BaselineLine {
  readonly activityId: string;
  readonly start: Instant;
  readonly finish: Instant;
  readonly fixed: number;
  readonly variable: number;
  /** How the fixed cost is planned over time; at the start unless told otherwise. */
  readonly fixedAccrual?: Accrual;
  /** How the variable cost is planned over time; evenly over working time unless told otherwise. */
  readonly variableAccrual?: Accrual;
  /** `EFFORT_RATIO` unless told otherwise. */
  readonly earningRule?: EarningRule;
  /** Working time of this activity, where it is not the project's. */
  readonly calendar?: WorkingCalendar;
}

/** How planned value grows from start to finish. A named convention, fixed with the baseline. */
export type Accrual =
  | { readonly kind: 'LINEAR_WORKING_TIME' }
  | { readonly kind: 'START' }
  | { readonly kind: 'END' }
  /** Shares of cost at shares of working time, both in basis points, straight lines between; 0/0 and 10000/10000 are implied. */
  | { readonly kind: 'CURVE'; readonly points: readonly CurvePoint[] };

export interface CurvePoint {
  readonly timeBp: number;
  readonly costBp: number;
}

/** How an activity earns its budget. Fixed with the baseline: changing it is a change order. */
export type EarningRule =
  | { readonly kind: 'ZERO_100' }
  | { readonly kind: 'FIFTY_50' }
  | { readonly kind: 'TWENTY_80' }
  /** Weights in basis points, 10,000 in all; progress names the milestones that are done. */
  | { readonly kind: 'WEIGHTED_MILESTONES'; readonly weights: Readonly<Record<string, number>> }
  | { readonly kind: 'PHYSICAL_PERCENT' }
  | { readonly kind: 'UNITS'; readonly total: number }
  /** The fixed cost once started, and the variable cost by actual / (actual + remaining) minutes. */
  | { readonly kind: 'EFFORT_RATIO' }
  /** Level of effort: earns what was planned. */
  | { readonly kind: 'LOE' }
  /** Earns with another activity: that one's fraction, times `factorBp` (10,000 is one for one). */
  | { readonly kind: 'APPORTIONED'; readonly base: string; readonly factorBp: number };

/** A baseline as the figures of one project need it. */
export interface Baseline {
  readonly calendar: WorkingCalendar;
  readonly projectStart: Instant;
  readonly lines: readonly BaselineLine[];
}
