import {
  Amount,
  BasisPoints,
  Code,
  Count,
  CurrencyCode,
  EventContract,
  type Fact,
  Hash,
  Id,
  Instant,
  MapOf,
  Minutes,
  OneOf,
  Optional,
  SignedMinutes,
  Text,
  ZoneName,
} from '@bw/contracts-base';
import {
  type ActivityType,
  activityTypes,
  type ConstraintKind,
  constraintKinds,
  type EarningRule,
  earningRules,
  type LagCalendar,
  lagCalendars,
  type LinkType,
  linkTypes,
  type ProgressMode,
  progressModes,
  type ResourceKind,
  resourceKinds,
} from './plan.vocabulary.ts';

@EventContract({ type: 'scheduling.PlanCreated', version: 1, about: 'A plan, the schedule of one project, was begun.' })
export class PlanCreated {
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Text(200) readonly title!: string;
  @ZoneName() readonly zone!: string;
  @CurrencyCode() readonly currency!: string;
  /** Activities without a calendar of their own follow this one. */
  @Id() readonly calendarId!: string;
  @Instant() readonly projectStart!: string;
}

@EventContract({
  type: 'scheduling.PlanImported',
  version: 1,
  about: 'A plan’s content was taken from a file; the events of its activities and links follow.',
})
export class PlanImported {
  @Id() readonly planId!: string;
  @Id() readonly importId!: string;
  @Hash() readonly fileHash!: string;
  /** Such as activities, links, resources, repaired, quarantined. */
  @MapOf(Count(), { max: 30 }) readonly counts!: Readonly<Record<string, number>>;
}

@EventContract({
  type: 'scheduling.ScheduleOptionsSet',
  version: 1,
  about: 'How a plan’s schedule is calculated was set.',
})
export class ScheduleOptionsSet {
  @Id() readonly planId!: string;
  @OneOf(...progressModes) readonly progressMode!: ProgressMode;
  @OneOf(...lagCalendars) readonly lagCalendar!: LagCalendar;
  @Instant({ optional: true }) readonly mustFinish?: string;
}

@EventContract({ type: 'scheduling.ActivityAdded', version: 1, about: 'An activity was added to a plan.' })
export class ActivityAdded {
  @Id() readonly planId!: string;
  @Id() readonly activityId!: string;
  /** What people call it; unique within its plan. */
  @Code() readonly code!: string;
  /** Its place in the work breakdown: `1.4.2`. */
  @Code() readonly wbs!: string;
  @Text(300) readonly name!: string;
  @OneOf(...activityTypes) readonly type!: ActivityType;
  @Minutes() readonly duration!: number;
  @Id({ optional: true }) readonly calendarId?: string;
  /** As planned. What the logic alone gives stands in the schedule run. */
  @Instant({ optional: true }) readonly start?: string;
  @Instant({ optional: true }) readonly finish?: string;
}

@EventContract({
  type: 'scheduling.ActivityChanged',
  version: 1,
  about: 'An activity’s name, type, duration, calendar or planned dates changed; what is absent was removed.',
})
export class ActivityChanged {
  @Id() readonly planId!: string;
  @Id() readonly activityId!: string;
  @Code() readonly code!: string;
  @Text(300) readonly name!: string;
  @OneOf(...activityTypes) readonly type!: ActivityType;
  @Minutes() readonly duration!: number;
  @Id({ optional: true }) readonly calendarId?: string;
  @Instant({ optional: true }) readonly start?: string;
  @Instant({ optional: true }) readonly finish?: string;
}

@EventContract({
  type: 'scheduling.ActivityMoved',
  version: 1,
  about: 'An activity got another place in the work breakdown.',
})
export class ActivityMoved {
  @Id() readonly planId!: string;
  @Id() readonly activityId!: string;
  @Code() readonly wbs!: string;
}

@EventContract({
  type: 'scheduling.ActivityRemoved',
  version: 1,
  about: 'An activity without actuals, and with it its links, left the plan.',
})
export class ActivityRemoved {
  @Id() readonly planId!: string;
  @Id() readonly activityId!: string;
}

@EventContract({ type: 'scheduling.ActivitiesLinked', version: 1, about: 'Two activities were linked.' })
export class ActivitiesLinked {
  @Id() readonly planId!: string;
  @Id() readonly linkId!: string;
  @Id() readonly predecessor!: string;
  @Id() readonly successor!: string;
  @OneOf(...linkTypes) readonly type!: LinkType;
  @SignedMinutes() readonly lag!: number;
  @OneOf(...lagCalendars) readonly lagCalendar!: LagCalendar;
}

@EventContract({ type: 'scheduling.LinkChanged', version: 1, about: 'A link’s type or lag changed.' })
export class LinkChanged {
  @Id() readonly planId!: string;
  @Id() readonly linkId!: string;
  @OneOf(...linkTypes) readonly type!: LinkType;
  @SignedMinutes() readonly lag!: number;
  @OneOf(...lagCalendars) readonly lagCalendar!: LagCalendar;
}

@EventContract({ type: 'scheduling.ActivitiesUnlinked', version: 1, about: 'A link was removed.' })
export class ActivitiesUnlinked {
  @Id() readonly planId!: string;
  @Id() readonly linkId!: string;
}

@EventContract({
  type: 'scheduling.ConstraintSet',
  version: 1,
  about: 'A date constraint was put on an activity; ASAP is none.',
})
export class ConstraintSet {
  @Id() readonly planId!: string;
  @Id() readonly activityId!: string;
  @OneOf(...constraintKinds) readonly kind!: ConstraintKind;
  /** Absent for ASAP and ALAP. */
  @Instant({ optional: true }) readonly at?: string;
  /** `import`: set by an import to keep a date that is later than the logic. */
  @Optional() @OneOf('import', 'person') readonly origin?: 'import' | 'person';
}

@EventContract({
  type: 'scheduling.EstimateSet',
  version: 1,
  about: 'Three estimates of an activity’s duration were set.',
})
export class EstimateSet {
  @Id() readonly planId!: string;
  @Id() readonly activityId!: string;
  @Minutes() readonly optimistic!: number;
  @Minutes() readonly likely!: number;
  @Minutes() readonly pessimistic!: number;
}

@EventContract({
  type: 'scheduling.BudgetSet',
  version: 1,
  about: 'An activity’s budget was set: fixed is spent at its start, variable over its working time.',
})
export class BudgetSet {
  @Id() readonly planId!: string;
  @Id() readonly activityId!: string;
  @Amount() readonly fixed!: number;
  @Amount() readonly variable!: number;
  @CurrencyCode() readonly currency!: string;
}

@EventContract({ type: 'scheduling.EarningRuleSet', version: 1, about: 'How an activity earns its budget was set.' })
export class EarningRuleSet {
  @Id() readonly planId!: string;
  @Id() readonly activityId!: string;
  @OneOf(...earningRules) readonly rule!: EarningRule;
}

@EventContract({
  type: 'scheduling.ResourceDefined',
  version: 1,
  about: 'A plan names a kind of resource and how much of it there is. Rates belong to the engagement.',
})
export class ResourceDefined {
  @Id() readonly planId!: string;
  @Id() readonly resourceId!: string;
  /** A role or a kind of thing; never a person’s name. */
  @Text(120) readonly code!: string;
  @OneOf(...resourceKinds) readonly kind!: ResourceKind;
  /** In hundredths of a percent of one: 65 nurses are 650,000. */
  @BasisPoints({ max: 1_000_000_000 }) readonly availability!: number;
}

@EventContract({
  type: 'scheduling.DemandSet',
  version: 1,
  about: 'How much of a resource an activity needs was set; zero ends it.',
})
export class DemandSet {
  @Id() readonly planId!: string;
  @Id() readonly activityId!: string;
  @Id() readonly resourceId!: string;
  @BasisPoints({ max: 1_000_000_000 }) readonly units!: number;
}

export type PlanFact =
  | Fact<'scheduling.PlanCreated', PlanCreated>
  | Fact<'scheduling.PlanImported', PlanImported>
  | Fact<'scheduling.ScheduleOptionsSet', ScheduleOptionsSet>
  | Fact<'scheduling.ActivityAdded', ActivityAdded>
  | Fact<'scheduling.ActivityChanged', ActivityChanged>
  | Fact<'scheduling.ActivityMoved', ActivityMoved>
  | Fact<'scheduling.ActivityRemoved', ActivityRemoved>
  | Fact<'scheduling.ActivitiesLinked', ActivitiesLinked>
  | Fact<'scheduling.LinkChanged', LinkChanged>
  | Fact<'scheduling.ActivitiesUnlinked', ActivitiesUnlinked>
  | Fact<'scheduling.ConstraintSet', ConstraintSet>
  | Fact<'scheduling.EstimateSet', EstimateSet>
  | Fact<'scheduling.BudgetSet', BudgetSet>
  | Fact<'scheduling.EarningRuleSet', EarningRuleSet>
  | Fact<'scheduling.ResourceDefined', ResourceDefined>
  | Fact<'scheduling.DemandSet', DemandSet>;
