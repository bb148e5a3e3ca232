import {
  Amount,
  BasisPoints,
  Code,
  Flag,
  Id,
  Instant,
  ListOf,
  Minutes,
  Nested,
  SignedMinutes,
  Text,
} from '@bw/contracts-base';
import { PlanAtPoint } from '../evm/evm.views.ts';

export class PlanActivitiesParameters {
  @Id() readonly plan!: string;
}

export class PredecessorView {
  @Id() readonly linkId!: string;
  @Id() readonly activityId!: string;
  @Code({ optional: true }) readonly code?: string;
  @Code() readonly type!: string;
  @SignedMinutes() readonly lag!: number;
}

/** A date that the plan sets beside its logic. */
export class ConstraintView {
  @Code() readonly kind!: string;
  @Instant({ optional: true }) readonly at?: string;
}

export class BudgetView {
  @Amount() readonly fixed!: number;
  @Amount() readonly variable!: number;
}

/** As the latest schedule run up to the point calculated it. */
export class ScheduledView {
  @Instant() readonly earlyStart!: string;
  @Instant() readonly earlyFinish!: string;
  @Instant() readonly lateStart!: string;
  @Instant() readonly lateFinish!: string;
  @SignedMinutes() readonly totalFloat!: number;
  @SignedMinutes() readonly freeFloat!: number;
  @Flag() readonly critical!: boolean;
}

export class PlanActivityView {
  @Id() readonly activityId!: string;
  @Code() readonly code!: string;
  @Code() readonly wbs!: string;
  @Text(300) readonly name!: string;
  @Code() readonly type!: string;
  @Minutes() readonly duration!: number;
  @Id({ optional: true }) readonly calendarId?: string;
  /** As planned. */
  @Instant({ optional: true }) readonly start?: string;
  @Instant({ optional: true }) readonly finish?: string;
  @ListOf(() => PredecessorView, { max: 1_000 }) readonly predecessors!: readonly PredecessorView[];
  @Nested(() => ConstraintView, { optional: true }) readonly constraint?: ConstraintView;
  @Nested(() => BudgetView, { optional: true }) readonly budget?: BudgetView;
  @Nested(() => ScheduledView, { optional: true }) readonly scheduled?: ScheduledView;
  @Instant({ optional: true }) readonly baselineStart?: string;
  @Instant({ optional: true }) readonly baselineFinish?: string;
  @Instant({ optional: true }) readonly actualStart?: string;
  @Instant({ optional: true }) readonly actualFinish?: string;
  @Minutes({ optional: true }) readonly done?: number;
  @Minutes({ optional: true }) readonly remaining?: number;
  /** Done of done and remaining. */
  @BasisPoints({ optional: true }) readonly doneBp?: number;
  /** Actual or expected start less that of the baseline, in working minutes of the project's calendar. */
  @SignedMinutes({ optional: true }) readonly startVariance?: number;
  /** Actual or expected finish less that of the baseline, in working minutes of the project's calendar. */
  @SignedMinutes({ optional: true }) readonly finishVariance?: number;
}

/** The schedule run that the dates come from. */
export class RunView {
  @Id() readonly runId!: string;
  @Instant() readonly dataDate!: string;
  @Instant() readonly finish!: string;
  @Code() readonly resultHash!: string;
}

export class PlanActivitiesView extends PlanAtPoint {
  @Nested(() => RunView, { optional: true }) readonly run?: RunView;
  @ListOf(() => PlanActivityView, { max: 200 }) readonly items!: readonly PlanActivityView[];
  @Text(500, { optional: true }) readonly next?: string;
}
