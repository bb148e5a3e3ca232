import {
  Code,
  EventContract,
  Flag,
  Id,
  Instant,
  Nested,
  OneOf,
  Optional,
  Text,
  type FactsOf,
} from '@bw/contracts-base';

/** 1 is the worst. */
export type Severity = 1 | 2 | 3 | 4;

/** What may stop a clock: nothing else does. */
export const WAITING_REASONS = ['waiting-client', 'waiting-vendor', 'force-majeure'] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

export const ISSUE_ORIGINS = ['person', 'kpi', 'risk'] as const;
export type IssueOriginKind = (typeof ISSUE_ORIGINS)[number];

/** Who or what found the issue. */
export class IssueOrigin {
  @OneOf(...ISSUE_ORIGINS) readonly kind!: IssueOriginKind;
  /** For `kpi`: the KPI that crossed its threshold, and the measurement that showed it. */
  @Optional() @Code() readonly kpi?: string;
  @Optional() @Id() readonly measurement?: string;
  /** For `risk`: the risk that struck. */
  @Optional() @Id() readonly riskId?: string;
}

@EventContract({
  type: 'risk.IssueRaised',
  version: 1,
  about: 'There is a problem now; its clocks run from here.',
})
export class IssueRaised {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @OneOf(1, 2, 3, 4) readonly severity!: Severity;
  @Text(200) readonly title!: string;
  @Optional() @Text(2000) readonly description?: string;
  /** Two findings of the same thing have the same one; while the issue is open the second raises nothing. */
  @Optional() @Text(200) readonly fingerprint?: string;
  @Nested(() => IssueOrigin) readonly origin!: IssueOrigin;
  @Instant() readonly raisedAt!: string;
}

@EventContract({
  type: 'risk.IssueNoted',
  version: 1,
  about: 'What raised the issue was seen again, or is no longer seen. The issue stays until somebody resolves it.',
})
export class IssueNoted {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @OneOf('seen-again', 'recovered') readonly note!: 'seen-again' | 'recovered';
  @Code() readonly kpi!: string;
  @Id() readonly measurement!: string;
}

@EventContract({
  type: 'risk.IssueAcknowledged',
  version: 1,
  about: 'Somebody has taken note of the issue: its acknowledge clock stops.',
})
export class IssueAcknowledged {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @Text(200) readonly by!: string;
}

@EventContract({
  type: 'risk.IssueAssigned',
  version: 1,
  about: 'Somebody is to resolve the issue.',
})
export class IssueAssigned {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  /** User id. */
  @Id() readonly assignee!: string;
}

@EventContract({
  type: 'risk.IssueWaiting',
  version: 1,
  about: 'Work on the issue stands still for a reason that stops its resolve clock; the client was told.',
})
export class IssueWaiting {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @OneOf(...WAITING_REASONS) readonly reason!: WaitingReason;
  @Flag() readonly clientNotified!: boolean;
}

@EventContract({
  type: 'risk.IssueResumed',
  version: 1,
  about: 'The wait is over; the resolve clock runs on.',
})
export class IssueResumed {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  /** The reason that has ended. */
  @OneOf(...WAITING_REASONS) readonly reason!: WaitingReason;
}

@EventContract({
  type: 'risk.IssueResolved',
  version: 1,
  about: 'The problem is said to be solved: its clocks stop, its ladder ends.',
})
export class IssueResolved {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @Text(2000) readonly resolution!: string;
  @Text(200) readonly by!: string;
}

@EventContract({
  type: 'risk.IssueVerified',
  version: 1,
  about: 'It was checked that the problem is solved; for severity 1 and 2 by somebody else than the one who solved it.',
})
export class IssueVerified {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @Text(200) readonly by!: string;
}

@EventContract({
  type: 'risk.IssueReopened',
  version: 1,
  about: 'The problem was not solved, or is back: the resolve clock continues or restarts by the service level.',
})
export class IssueReopened {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @Text(1000) readonly why!: string;
}

@EventContract({
  type: 'risk.IssueCancelled',
  version: 1,
  about: 'The issue was none: its clocks are cancelled and count nowhere.',
})
export class IssueCancelled {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @Text(1000) readonly why!: string;
}

export type IssueEvent = FactsOf<{
  'risk.IssueRaised': IssueRaised;
  'risk.IssueNoted': IssueNoted;
  'risk.IssueAcknowledged': IssueAcknowledged;
  'risk.IssueAssigned': IssueAssigned;
  'risk.IssueWaiting': IssueWaiting;
  'risk.IssueResumed': IssueResumed;
  'risk.IssueResolved': IssueResolved;
  'risk.IssueVerified': IssueVerified;
  'risk.IssueReopened': IssueReopened;
  'risk.IssueCancelled': IssueCancelled;
}>;
