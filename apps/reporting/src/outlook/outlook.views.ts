import { Count, Id, Instant, ListOf, Nested, SignedMinutes, Text } from '@bw/contracts-base';
import { PlanAtPoint } from '../evm/evm.views.ts';
import { PlanActivityView, RunView } from '../plan-activities/plan-activities.views.ts';

export class OutlookParameters {
  @Id() readonly plan!: string;
}

/** A forecast finish, and the schedule run that said so. */
export class ForecastFinish {
  @Id() readonly runId!: string;
  @Instant() readonly dataDate!: string;
  @Instant() readonly finish!: string;
  /** Finish less that of the forecast before, in working minutes of the project's calendar. */
  @SignedMinutes({ optional: true }) readonly moved?: number;
  @Id() readonly event!: string;
  @Instant() readonly recorded!: string;
  @Text(200, { optional: true }) readonly actor?: string;
  @Text(1000, { optional: true }) readonly reason?: string;
}

/** Where a plan is heading by its schedule runs: when it ends, what makes it end then, and how that has moved. */
export class OutlookView extends PlanAtPoint {
  /** The run that rules at the point; absent before the first. */
  @Nested(() => RunView, { optional: true }) readonly run?: RunView;
  @Instant({ optional: true }) readonly baselineFinish?: string;
  /** Finish of the run less that of the baseline, in working minutes of the project's calendar. */
  @SignedMinutes({ optional: true }) readonly finishVariance?: number;
  /** Per data date the last forecast, newest first. */
  @ListOf(() => ForecastFinish, { max: 1_000 }) readonly finishes!: readonly ForecastFinish[];
  /** What is not done yet and cannot slip without the finish slipping, in the order of its dates. */
  @ListOf(() => PlanActivityView, { max: 200 }) readonly critical!: readonly PlanActivityView[];
  /** How many there are in all. */
  @Count() readonly criticalCount!: number;
  @ListOf(() => PlanActivityView, { max: 200 }) readonly milestones!: readonly PlanActivityView[];
}
