import { Amount, Code, Count, Id, ListOf, Nested, OneOf, Text } from '@bw/contracts-base';
import { PlanAtPoint } from '../evm/evm.views.ts';
import { FigureView, formulaIds } from '../evm/figure.ts';
import { FactView } from '../reading/fact-view.ts';

export class ExplainParameters {
  @OneOf(...formulaIds) readonly figure!: string;
  @Id() readonly plan!: string;
  /** Narrows facts to those of one activity. */
  @Id({ optional: true }) readonly activity?: string;
  @Count({ min: 1, max: 10_080, optional: true }) readonly esStep?: number;
}

/** A figure with the formula that gives it. */
export class ExplainedFigure extends FigureView {
  /** The formula in words. */
  @Text(500) readonly text!: string;
  /** Ids of the figures that it is made from; each stands in `operands` too. */
  @ListOf(Code(), { max: 20 }) readonly from!: readonly string[];
}

/** What one activity adds. */
export class GroupView {
  @Id() readonly activityId!: string;
  @Code({ optional: true }) readonly code?: string;
  @Text(300, { optional: true }) readonly name?: string;
  @Amount() readonly amount!: number;
  @Count() readonly facts!: number;
}

export class ExplainView extends PlanAtPoint {
  @Nested(() => ExplainedFigure) readonly figure!: ExplainedFigure;
  /** All figures below it, down to those that are summed up from facts. */
  @ListOf(() => ExplainedFigure, { max: 50 }) readonly operands!: readonly ExplainedFigure[];
  /** For a sum: what each activity adds, the largest first. They add up exactly to the figure. */
  @ListOf(() => GroupView, { max: 100_000 }) readonly groups!: readonly GroupView[];
  /** The facts behind the figure, a page of them. */
  @ListOf(() => FactView, { max: 500 }) readonly facts!: readonly FactView[];
  /** Give it as `cursor` for the next page. */
  @Text(500, { optional: true }) readonly next?: string;
  @Text(64) readonly lineage!: string;
}
