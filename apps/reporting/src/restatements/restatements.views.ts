import {
  Amount,
  Code,
  Count,
  Decimal,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SignedMinutes,
  Text,
} from '@bw/contracts-base';
import { PlanAtPoint } from '../evm/evm.views.ts';
import { FigureView } from '../evm/figure.ts';
import { FactView } from '../reading/fact-view.ts';

export class RestatementParameters {
  @Id() readonly plan!: string;
  /** The cut of the earlier reading, such as that of a report; or leave it out and name an instant. */
  @Text(500, { optional: true }) readonly from?: string;
  /** What was known at that instant, instead of a cut. */
  @Instant({ optional: true }) readonly fromKnownAt?: string;
  /** The business time of the earlier reading, where it is another one: then and now. */
  @Instant({ optional: true }) readonly fromAsOf?: string;
  /** The cut of the later one; everything known unless given. */
  @Text(500, { optional: true }) readonly to?: string;
  @Count({ min: 1, max: 10_080, optional: true }) readonly esStep?: number;
}

/** A figure that is another one now. */
export class RestatedFigure {
  @Code() readonly id!: string;
  @Nested(() => FigureView) readonly before!: FigureView;
  @Nested(() => FigureView) readonly after!: FigureView;
  /** After less before, in the figure's unit; absent where one of them is undefined. */
  @Amount({ optional: true }) readonly amount?: number;
  @Decimal({ optional: true }) readonly value?: string;
  @SignedMinutes({ optional: true }) readonly minutes?: number;
}

export const CAUSES = ['learned', 'replaced'] as const;

/** A fact that only one of the two readings sees. */
export class CauseView {
  /** `learned`: the later reading sees it. `replaced`: the earlier one saw it, the later one does not. */
  @OneOf(...CAUSES) readonly cause!: (typeof CAUSES)[number];
  @Nested(() => FactView) readonly fact!: FactView;
}

/** One activity's share in the difference, and what caused it. */
export class RestatedActivity {
  @Id() readonly activityId!: string;
  @Code({ optional: true }) readonly code?: string;
  @Text(300, { optional: true }) readonly name?: string;
  @Amount() readonly pv!: number;
  @Amount() readonly ev!: number;
  @Amount() readonly ac!: number;
  @ListOf(() => CauseView, { max: 10_000 }) readonly causes!: readonly CauseView[];
}

export class RestatedTotals {
  @Amount() readonly pv!: number;
  @Amount() readonly ev!: number;
  @Amount() readonly ac!: number;
}

/** A baseline decision that only one of the two readings sees. */
export class RestatedDecision {
  @Id() readonly baselineId!: string;
  @Code() readonly outcome!: string;
  @Id() readonly event!: string;
  @Instant() readonly effective!: string;
  @Instant() readonly recorded!: string;
  @Text(200) readonly by!: string;
}

/** `point` is the later reading; `before` the earlier one's cut. */
export class RestatementView extends PlanAtPoint {
  @Text(500) readonly before!: string;
  @ListOf(() => RestatedFigure, { max: 100 }) readonly figures!: readonly RestatedFigure[];
  /** The items sum exactly to it. */
  @Nested(() => RestatedTotals) readonly difference!: RestatedTotals;
  @ListOf(() => RestatedActivity, { max: 100_000 }) readonly items!: readonly RestatedActivity[];
  @ListOf(() => RestatedDecision, { max: 1_000 }) readonly decisions!: readonly RestatedDecision[];
}
