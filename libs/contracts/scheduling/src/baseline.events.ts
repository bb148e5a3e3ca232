import {
  Amount,
  Code,
  Count,
  CurrencyCode,
  EventContract,
  type Fact,
  Hash,
  Id,
  Instant,
  ListOf,
  Minutes,
  Nested,
  OneOf,
  SignedMinutes,
  Text,
  ZoneName,
} from '@bw/contracts-base';
import {
  type ActivityType,
  activityTypes,
  type EarningRule,
  earningRules,
  type LagCalendar,
  lagCalendars,
  type LinkType,
  linkTypes,
} from './plan.vocabulary.ts';

/** The size of a baseline. */
export class BaselineTotals {
  /** Without summaries. */
  @Count() readonly activities!: number;
  /** Budget at completion: the sum of all budgets. */
  @Amount() readonly bac!: number;
  @Instant() readonly start!: string;
  @Instant() readonly finish!: string;
}

/** One activity as it was baselined. Summaries have no budget of their own: they only group. */
export class BaselineLine {
  @Id() readonly activityId!: string;
  @Code() readonly code!: string;
  @Code() readonly wbs!: string;
  @Text(300) readonly name!: string;
  @OneOf(...activityTypes) readonly type!: ActivityType;
  @Id() readonly calendarId!: string;
  @Instant() readonly start!: string;
  @Instant() readonly finish!: string;
  @Minutes() readonly duration!: number;
  @Amount() readonly fixed!: number;
  @Amount() readonly variable!: number;
  @OneOf(...earningRules) readonly earningRule!: EarningRule;
}

/** One link as it was baselined. */
export class BaselineLink {
  @Id() readonly linkId!: string;
  @Id() readonly predecessor!: string;
  @Id() readonly successor!: string;
  @OneOf(...linkTypes) readonly type!: LinkType;
  @SignedMinutes() readonly lag!: number;
  @OneOf(...lagCalendars) readonly lagCalendar!: LagCalendar;
}

@EventContract({
  type: 'scheduling.BaselineCaptured',
  version: 1,
  about: 'A plan’s dates, work, cost and logic were copied for approval; its lines follow in BaselineLinesCaptured.',
})
export class BaselineCaptured {
  @Id() readonly baselineId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  /** From when it counts, once approved. */
  @Instant() readonly dataDate!: string;
  @ZoneName() readonly zone!: string;
  @CurrencyCode() readonly currency!: string;
  /** The project’s calendar: planned durations and earned schedule count on it. */
  @Id() readonly calendarId!: string;
  @Instant() readonly projectStart!: string;
  /** Version of the plan’s stream that was copied. */
  @Count() readonly planVersion!: number;
  /** Over dates, work, cost, logic and calendars. Whoever approves, approves this hash. */
  @Hash() readonly hash!: string;
  @Nested(() => BaselineTotals) readonly totals!: BaselineTotals;
}

@EventContract({
  type: 'scheduling.BaselineLinesCaptured',
  version: 1,
  about: 'Part of a captured baseline: up to 500 activities and links.',
})
export class BaselineLinesCaptured {
  @Id() readonly baselineId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @ListOf(() => BaselineLine, { max: 500 }) readonly lines!: readonly BaselineLine[];
  @ListOf(() => BaselineLink, { max: 500 }) readonly links!: readonly BaselineLink[];
}

@EventContract({
  type: 'scheduling.BaselineSubmitted',
  version: 1,
  about: 'A captured baseline was put before the sponsor.',
})
export class BaselineSubmitted {
  @Id() readonly baselineId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Hash() readonly hash!: string;
  @CurrencyCode() readonly currency!: string;
  @Nested(() => BaselineTotals) readonly totals!: BaselineTotals;
  @Text(80) readonly submittedBy!: string;
}

@EventContract({
  type: 'scheduling.BaselineApproved',
  version: 1,
  about: 'The sponsor approved a baseline; it counts from its data date.',
})
export class BaselineApproved {
  @Id() readonly baselineId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly approvalId!: string;
  @Hash() readonly hash!: string;
}

@EventContract({ type: 'scheduling.BaselineRejected', version: 1, about: 'The sponsor refused a baseline.' })
export class BaselineRejected {
  @Id() readonly baselineId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly approvalId!: string;
}

@EventContract({
  type: 'scheduling.BaselineApprovalMismatched',
  version: 1,
  about: 'An approval named another content than the baseline has, and was therefore not taken.',
})
export class BaselineApprovalMismatched {
  @Id() readonly baselineId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly approvalId!: string;
  @Hash() readonly hash!: string;
  @Hash() readonly approvedHash!: string;
}

@EventContract({
  type: 'scheduling.BaselineSuperseded',
  version: 1,
  about: 'A newer approved baseline took a baseline’s place.',
})
export class BaselineSuperseded {
  @Id() readonly baselineId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  /** The baseline that took its place. */
  @Id() readonly by!: string;
}

export type BaselineFact =
  | Fact<'scheduling.BaselineCaptured', BaselineCaptured>
  | Fact<'scheduling.BaselineLinesCaptured', BaselineLinesCaptured>
  | Fact<'scheduling.BaselineSubmitted', BaselineSubmitted>
  | Fact<'scheduling.BaselineApproved', BaselineApproved>
  | Fact<'scheduling.BaselineRejected', BaselineRejected>
  | Fact<'scheduling.BaselineApprovalMismatched', BaselineApprovalMismatched>
  | Fact<'scheduling.BaselineSuperseded', BaselineSuperseded>;
