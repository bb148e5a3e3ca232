import { type ContractClass, contractSet } from '@bw/contracts-base';
import * as alignment from './alignment.events.ts';
import * as approval from './approval.events.ts';
import * as client from './client.events.ts';
import { samples } from './engagement.samples.ts';
import * as engagement from './engagement.events.ts';
import * as funding from './funding.events.ts';
import * as governance from './governance.events.ts';
import * as intake from './intake.events.ts';
import * as membership from './membership.events.ts';
import * as terms from './terms.events.ts';

const classes: readonly ContractClass[] = [
  client.ClientRegistered,
  client.ClientProfileChanged,
  client.ClientClosed,
  client.ClientCodeReserved,
  membership.MembershipGranted,
  membership.MembershipChanged,
  membership.MembershipEnded,
  engagement.EnquiryOpened,
  intake.IntakeStarted,
  intake.IntakeItemAdded,
  intake.IntakeItemClarified,
  intake.IntakeItemAgreed,
  intake.IntakeItemRejected,
  intake.IntakeItemWaived,
  alignment.EngagementProposed,
  alignment.AlignmentSigned,
  alignment.AlignmentReopened,
  alignment.EngagementAgreed,
  alignment.AlignmentRestored,
  engagement.TransitionStarted,
  engagement.TransitionItemCompleted,
  engagement.BaselineNoted,
  engagement.EngagementActivated,
  engagement.EngagementSuspended,
  engagement.EngagementResumed,
  engagement.ExitStarted,
  engagement.ExitItemCompleted,
  engagement.EngagementClosed,
  engagement.EngagementDeclined,
  engagement.EngagementWithdrawn,
  engagement.EngagementTerminated,
  governance.KpiTargetAgreed,
  governance.KpiTargetWithdrawn,
  governance.ServiceLevelAgreed,
  governance.EscalationPolicyAgreed,
  governance.DelegationSet,
  governance.GovernanceAgreed,
  governance.GovernanceAmended,
  terms.TermsDrafted,
  terms.RateLineSet,
  terms.RateLineRemoved,
  terms.TermsAgreed,
  terms.TermsEnded,
  terms.TermsRegistered,
  terms.TermsPeriodReserved,
  terms.TermsPeriodReleased,
  funding.FundingOpened,
  funding.BudgetLineSet,
  funding.BudgetLineDrawn,
  approval.ApprovalRequested,
  approval.ApprovalGranted,
  approval.ApprovalRefused,
  approval.ApprovalDelegated,
  approval.ApprovalLapsed,
];

/** All events of the engagement service. */
export const engagementContracts = contractSet('engagement', classes, samples);
