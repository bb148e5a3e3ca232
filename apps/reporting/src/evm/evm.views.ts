import { Amount, Code, Count, CurrencyCode, Id, Instant, ListOf, Nested, Text, ZoneName } from '@bw/contracts-base';
import { AtPoint } from '../reading/point.ts';
import { FigureView } from './figure.ts';

/** Which plan, and how earned schedule is stepped. */
export class PlanQuery {
  @Id() readonly plan!: string;
  /** Earned schedule is rounded down to whole steps of so many minutes; 1 unless given. */
  @Count({ min: 1, max: 10_080, optional: true }) readonly esStep?: number;
}

export class FindingView {
  @Code() readonly code!: string;
  @Id({ optional: true }) readonly activityId?: string;
}

export class PlanAtPoint extends AtPoint {
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Text(200) readonly title!: string;
  @CurrencyCode() readonly currency!: string;
  /** Whose civil days the plan's dates are. */
  @ZoneName() readonly zone!: string;
  /** Up to when actuals are known; absent before the first data date. */
  @Instant({ optional: true }) readonly dataDate?: string;
  /** The earlier of asOf and the data date: where everything below was evaluated. */
  @Instant() readonly evaluatedAt!: string;
  /** The approved baseline that rules there. */
  @Id({ optional: true }) readonly baselineId?: string;
}

export class EvmView extends PlanAtPoint {
  @Count() readonly esStepMinutes!: number;
  @ListOf(() => FigureView, { max: 100 }) readonly figures!: readonly FigureView[];
  /** What stands in the way of trusting the figures, or is worth knowing. */
  @ListOf(() => FindingView, { max: 10_000 }) readonly findings!: readonly FindingView[];
  /** Set hash of the facts that the figures were made from. */
  @Text(64) readonly lineage!: string;
}

export class SeriesPoint {
  @Instant() readonly at!: string;
  @ListOf(() => FigureView, { max: 100 }) readonly figures!: readonly FigureView[];
}

export class PlannedPoint {
  @Instant() readonly at!: string;
  @Amount() readonly pv!: number;
}

export class SeriesView extends PlanAtPoint {
  @Count() readonly esStepMinutes!: number;
  /** At each data date known at the point, as known now. */
  @ListOf(() => SeriesPoint, { max: 1_000 }) readonly points!: readonly SeriesPoint[];
  /** Planned value from project start to the finish of the baseline. */
  @ListOf(() => PlannedPoint, { max: 1_000 }) readonly planned!: readonly PlannedPoint[];
}

export class ContributionView {
  @Id() readonly activityId!: string;
  /** Absent for cost of an activity that the baseline does not hold. */
  @Code({ optional: true }) readonly code?: string;
  @Code({ optional: true }) readonly wbs?: string;
  @Text(300, { optional: true }) readonly name?: string;
  @Amount() readonly bac!: number;
  @Amount() readonly pv!: number;
  @Amount() readonly ev!: number;
  @Amount() readonly ac!: number;
  @Amount() readonly pvAtEs!: number;
  @Amount() readonly earnedOfPvAtEs!: number;
  /** The baseline line, and the progress that rules. Cost has many events: ask explain. */
  @Id({ optional: true }) readonly baselineEvent?: string;
  @Id({ optional: true }) readonly progressEvent?: string;
  @Count() readonly costFacts!: number;
}

export class ContributionsView extends PlanAtPoint {
  @Count() readonly esStepMinutes!: number;
  /** Sums of the lines below: equal to the figures of the same names. */
  @Amount() readonly bac!: number;
  @Amount() readonly pv!: number;
  @Amount() readonly ev!: number;
  @Amount() readonly ac!: number;
  @ListOf(() => ContributionView, { max: 100_000 }) readonly contributions!: readonly ContributionView[];
}

export class PlannedValueQuery {
  @Id() readonly plan!: string;
  /** Instants, joined by commas; the data dates known at the point unless given. */
  @ListOf(Instant(), { max: 500, optional: true }) readonly at?: readonly string[];
}

export class PlannedValueCellView {
  @Id() readonly activityId!: string;
  @Code() readonly code!: string;
  @Instant() readonly at!: string;
  @Amount() readonly pv!: number;
}

export class BaselineView {
  @Id() readonly baselineId!: string;
  @Instant() readonly dataDate!: string;
  @Instant() readonly projectStart!: string;
  @Instant() readonly start!: string;
  @Instant() readonly finish!: string;
  @Amount() readonly bac!: number;
  @Count() readonly activities!: number;
}

export class PlannedValueView extends PlanAtPoint {
  @Nested(() => BaselineView, { optional: true }) readonly baseline?: BaselineView;
  @ListOf(() => PlannedValueCellView, { max: 1_000_000 }) readonly cells!: readonly PlannedValueCellView[];
}
