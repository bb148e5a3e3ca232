import { contractSet } from '@bw/contracts-base';
import * as clock from './clock.events.ts';
import * as escalation from './escalation.events.ts';
import * as issue from './issue.events.ts';
import * as policy from './policy.events.ts';
import * as risk from './risk.events.ts';
import { riskSamples } from './samples.ts';

/** Everything that the risk service's log can hold. */
export type RiskServiceEvent =
  policy.RiskPolicyEvent | risk.RiskRegisterEvent | issue.IssueEvent | clock.SlaClockEvent | escalation.EscalationEvent;

export const riskContracts = contractSet(
  'risk',
  [
    policy.RiskPolicyAgreed,
    policy.RiskPolicyAmended,
    risk.RiskIdentified,
    risk.RiskAssessed,
    risk.RiskAppetiteExceeded,
    risk.RiskResponsePlanned,
    risk.RiskAccepted,
    risk.RiskExpired,
    risk.RiskReviewed,
    risk.RiskTriggered,
    risk.RiskClosed,
    issue.IssueRaised,
    issue.IssueNoted,
    issue.IssueAcknowledged,
    issue.IssueAssigned,
    issue.IssueWaiting,
    issue.IssueResumed,
    issue.IssueResolved,
    issue.IssueVerified,
    issue.IssueReopened,
    issue.IssueCancelled,
    clock.SlaClockStarted,
    clock.SlaClockPaused,
    clock.SlaClockResumed,
    clock.SlaWarningReached,
    clock.SlaBreached,
    clock.SlaMet,
    clock.SlaClockReopened,
    clock.SlaClockRecalculated,
    clock.SlaClockCancelled,
    escalation.EscalationRaised,
    escalation.EscalationAdvanced,
    escalation.EscalationUnreachable,
    escalation.EscalationAcknowledged,
    escalation.EscalationResolved,
  ],
  riskSamples,
);
