import { Count, Id, Instant, OneOf, Optional, Picked, Text } from '@bw/contracts-base';
import {
  IssueAssigned,
  IssueCancelled,
  IssueRaised,
  IssueReopened,
  IssueResolved,
  IssueWaiting,
  type Severity,
  WAITING_REASONS,
  type WaitingReason,
} from '@bw/contracts-risk';

export class RaiseIssueBody extends Picked(IssueRaised, 'engagementId', 'severity', 'title', 'description') {}
export class AssignIssueBody extends Picked(IssueAssigned, 'assignee') {}
export class WaitBody extends Picked(IssueWaiting, 'reason', 'clientNotified') {}
export class ResolveIssueBody extends Picked(IssueResolved, 'resolution') {}
export class ReopenIssueBody extends Picked(IssueReopened, 'why') {}
export class CancelIssueBody extends Picked(IssueCancelled, 'why') {}

const ISSUE_STATES = [
  'open',
  'acknowledged',
  'inProgress',
  'waiting',
  'resolved',
  'verified',
  'reopened',
  'cancelled',
] as const;

/** An issue as it stands now. How it stood at any other time, reporting tells. */
export class IssueView {
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @Count({ min: 1 }) readonly version!: number;
  @OneOf(...ISSUE_STATES) readonly status!: (typeof ISSUE_STATES)[number];
  @OneOf(1, 2, 3, 4) readonly severity!: Severity;
  @Text(200) readonly title!: string;
  @Instant() readonly raisedAt!: string;
  @Id({ optional: true }) readonly assignee?: string;
  @Optional() @OneOf(...WAITING_REASONS) readonly waitingFor?: WaitingReason;
  /** Its clocks; each answers 404 where no service level promises anything. */
  @Id() readonly acknowledgeClock!: string;
  @Id() readonly resolveClock!: string;
  @Id() readonly escalationId!: string;
}
