/** Events of the engagement service: what was promised to whom, who may do what, and who decided. */
import type { ApprovalEvent } from './approval.events.ts';
import type { ClientCodeEvent, ClientEvent } from './client.events.ts';
import type { EngagementStreamEvent } from './engagement.events.ts';
import type { FundingEvent } from './funding.events.ts';
import type { GovernanceEvent } from './governance.events.ts';
import type { MembershipEvent } from './membership.events.ts';
import type { TermsEvent, TermsRegisterEvent } from './terms.events.ts';

export { engagementContracts } from './engagement.contracts.ts';
export { sampleIds } from './engagement.samples.ts';
export {
  ClientClosed,
  type ClientCodeEvent,
  ClientCodeReserved,
  type ClientEvent,
  ClientProfileChanged,
  ClientRegistered,
} from './client.events.ts';
export {
  MembershipChanged,
  MembershipEnded,
  type MembershipEvent,
  MembershipGranted,
  PARTIES,
  type Party,
  type Role,
  ROLES,
} from './membership.events.ts';
export {
  GoalMeasure,
  INTAKE_CONCERNS,
  INTAKE_KINDS,
  INTAKE_PRIORITIES,
  type IntakeConcern,
  type IntakeEvent,
  IntakeItemAdded,
  IntakeItemAgreed,
  IntakeItemClarified,
  IntakeItemRejected,
  IntakeItemWaived,
  type IntakeKind,
  type IntakePriority,
  IntakeStarted,
  IntakeStatement,
  IntakeWarning,
} from './intake.events.ts';
export {
  type AlignmentEvent,
  AlignmentReopened,
  AlignmentRestored,
  AlignmentSigned,
  EngagementAgreed,
  EngagementProposed,
  SignedSubject,
  SIGNING_PARTIES,
  type SigningParty,
} from './alignment.events.ts';
export {
  BaselineNoted,
  ChecklistItem,
  EngagementActivated,
  EngagementClosed,
  EngagementDeclined,
  EngagementResumed,
  type EngagementStreamEvent,
  EngagementSuspended,
  EngagementTerminated,
  EngagementWithdrawn,
  EnquiryOpened,
  ExitItemCompleted,
  ExitStarted,
  TransitionItemCompleted,
  TransitionStarted,
} from './engagement.events.ts';
export {
  DECISION_KINDS,
  type DecisionKind,
  DelegationSet,
  EscalationLevel,
  EscalationPolicyAgreed,
  GovernanceAgreed,
  GovernanceAmended,
  type GovernanceEvent,
  KPI_WINDOWS,
  KpiTargetAgreed,
  KpiTargetWithdrawn,
  type KpiWindow,
  ServiceLevelAgreed,
  SEVERITIES,
  type Severity,
} from './governance.events.ts';
export {
  RATE_UNITS,
  RateLineRemoved,
  RateLineSet,
  type RateUnit,
  TermsAgreed,
  TermsDrafted,
  TermsEnded,
  type TermsEvent,
  TermsPeriodReleased,
  TermsPeriodReserved,
  TermsRegistered,
  type TermsRegisterEvent,
} from './terms.events.ts';
export {
  BUDGET_LINE_KINDS,
  BudgetLineDrawn,
  type BudgetLineKind,
  BudgetLineSet,
  type FundingEvent,
  FundingOpened,
} from './funding.events.ts';
export {
  ApprovalDelegated,
  type ApprovalEvent,
  ApprovalGranted,
  ApprovalImpact,
  ApprovalLapsed,
  ApprovalRefused,
  ApprovalRequested,
  DEFAULT_OUTCOMES,
  type DefaultOutcome,
} from './approval.events.ts';

/** Any event of the engagement service. */
export type EngagementEvent =
  | ClientEvent
  | ClientCodeEvent
  | MembershipEvent
  | EngagementStreamEvent
  | GovernanceEvent
  | TermsEvent
  | TermsRegisterEvent
  | FundingEvent
  | ApprovalEvent;
