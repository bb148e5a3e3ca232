import type { Fact, PlanAtPoint } from '../api/views.ts';
import type { Figure } from '../figures/figure.ts';

/** What one activity adds to the figures of its plan, as `evm/contributions` gives it. */
export interface ActivityContribution {
  readonly activityId: string;
  readonly code?: string;
  readonly name?: string;
  readonly wbs?: string;
  readonly bac: number;
  readonly pv: number;
  readonly ev: number;
  readonly ac: number;
}

export interface Contributions extends PlanAtPoint {
  readonly bac: number;
  readonly pv: number;
  readonly ev: number;
  readonly ac: number;
  readonly contributions: readonly ActivityContribution[];
}

export interface RestatedFigure {
  readonly id: string;
  readonly before: Figure;
  readonly after: Figure;
  readonly amount?: number;
  readonly value?: string;
  readonly minutes?: number;
}

export interface Cause {
  readonly cause: 'learned' | 'replaced';
  readonly fact: Fact;
}

export interface RestatedActivity {
  readonly activityId: string;
  readonly code?: string;
  readonly name?: string;
  readonly pv: number;
  readonly ev: number;
  readonly ac: number;
  readonly causes: readonly Cause[];
}

/** Two readings of a plan beside each other, as `restatements` gives them. */
export interface Restatement extends PlanAtPoint {
  readonly figures: readonly RestatedFigure[];
  readonly difference: { readonly pv: number; readonly ev: number; readonly ac: number };
  readonly items: readonly RestatedActivity[];
  readonly decisions: readonly {
    readonly baselineId: string;
    readonly outcome: string;
    readonly event: string;
    readonly recorded: string;
    readonly by: string;
  }[];
}
