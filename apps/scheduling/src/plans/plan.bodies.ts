import {
  Amount,
  BasisPoints,
  Code,
  Count,
  Id,
  Instant,
  ListOf,
  Minutes,
  Nested,
  OneOf,
  Optional,
  SignedMinutes,
  Text,
  Without,
} from '@bw/contracts-base';
import {
  ActivitiesLinked,
  ActivityAdded,
  type ActivityType,
  activityTypes,
  BudgetSet,
  type ConstraintKind,
  constraintKinds,
  DemandSet,
  type EarningRule,
  EarningRuleSet,
  earningRules,
  EstimateSet,
  type LagCalendar,
  lagCalendars,
  PlanCreated,
  ResourceDefined,
  ScheduleOptionsSet,
} from '@bw/contracts-scheduling';

export class PlanBody extends Without(PlanCreated, 'planId') {}

export class ScheduleOptionsBody extends Without(ScheduleOptionsSet, 'planId') {}

export class ResourceBody extends Without(ResourceDefined, 'resourceId') {}

/** Fixed is spent at the start, variable over the working time; minor units of the plan's currency. */
export class BudgetPart {
  @Amount() readonly fixed!: number;
  @Amount() readonly variable!: number;
}

export class ActivityBody extends Without(ActivityAdded, 'activityId') {
  @Nested(() => BudgetPart, { optional: true }) readonly budget?: BudgetPart;
  @Optional() @OneOf(...earningRules) readonly earningRule?: EarningRule;
}

export class ConstraintBody {
  @Id() readonly planId!: string;
  @OneOf(...constraintKinds) readonly kind!: ConstraintKind;
  @Instant({ optional: true }) readonly at?: string;
}

export class EstimateBody extends Without(EstimateSet, 'activityId') {}

export class BudgetBody extends Without(BudgetSet, 'activityId') {}

export class EarningRuleBody extends Without(EarningRuleSet, 'activityId') {}

export class DemandBody extends Without(DemandSet, 'activityId') {}

export class LinkBody extends Without(ActivitiesLinked, 'linkId', 'lag', 'lagCalendar') {
  @Optional() @SignedMinutes() readonly lag?: number;
  @Optional() @OneOf(...lagCalendars) readonly lagCalendar?: LagCalendar;
}

/** `?plan=`: to which plan something belongs. */
export class OfPlanQuery {
  @Id() readonly plan!: string;
}

/** `?engagement=`: whose plans. */
export class OfEngagementQuery {
  @Id() readonly engagement!: string;
}

export class PlanLine {
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Text(200) readonly title!: string;
  @Instant({ optional: true }) readonly dataDate?: string;
}

export class PlanTotals {
  @Count() readonly activities!: number;
  @Count() readonly summaries!: number;
  @Count() readonly links!: number;
  @Count() readonly resources!: number;
  /** Sum of all budgets as they are planned now. */
  @Amount() readonly budget!: number;
}

export class ResourceView {
  @Id() readonly resourceId!: string;
  @Text(120) readonly code!: string;
  @OneOf('person', 'material', 'cost') readonly kind!: string;
  @BasisPoints({ max: 1_000_000_000 }) readonly availability!: number;
}

export class ScheduleOptionsView extends Without(ScheduleOptionsSet, 'planId') {}

export class PlanView extends PlanCreated {
  @Instant({ optional: true }) readonly dataDate?: string;
  @Nested(() => ScheduleOptionsView) readonly options!: ScheduleOptionsView;
  @Nested(() => PlanTotals) readonly totals!: PlanTotals;
  @ListOf(() => ResourceView, { max: 10_000 }) readonly resources!: readonly ResourceView[];
  /** The imports that were accepted into it. */
  @ListOf(Id(), { max: 100 }) readonly imports!: readonly string[];
}

export class ConstraintView {
  @OneOf(...constraintKinds) readonly kind!: ConstraintKind;
  @Instant({ optional: true }) readonly at?: string;
}

export class DemandView {
  @Id() readonly resourceId!: string;
  @BasisPoints({ max: 1_000_000_000 }) readonly units!: number;
}

/** An activity as it is planned now. */
export class ActivityView {
  @Id() readonly activityId!: string;
  @Code() readonly code!: string;
  @Code() readonly wbs!: string;
  @Text(300) readonly name!: string;
  @OneOf(...activityTypes) readonly type!: ActivityType;
  @Minutes() readonly duration!: number;
  @Id({ optional: true }) readonly calendarId?: string;
  @Instant({ optional: true }) readonly start?: string;
  @Instant({ optional: true }) readonly finish?: string;
  @Nested(() => BudgetPart, { optional: true }) readonly budget?: BudgetPart;
  @OneOf(...earningRules) readonly earningRule!: EarningRule;
  @Nested(() => ConstraintView, { optional: true }) readonly constraint?: ConstraintView;
  @ListOf(() => DemandView, { max: 1_000 }) readonly demands!: readonly DemandView[];
}

export class LinkView extends Without(ActivitiesLinked, 'planId') {}
