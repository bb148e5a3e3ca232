import type {
  EscalationEvent,
  IssueEvent,
  RiskPolicyEvent,
  RiskRegisterEvent,
  SlaClockEvent,
} from '@bw/contracts-risk';
import type { StreamKind } from '@bw/event-store';
import type { ClockState } from './clocks/clock.ts';
import { clock, type ClockCommand } from './clocks/clock.decider.ts';
import type { EscalationState } from './escalations/escalation.ts';
import { escalation, type EscalationCommand, type EscalationRefusal } from './escalations/escalation.decider.ts';
import type { IssueState } from './issues/issue.ts';
import type { IssueCommand } from './issues/issue.commands.ts';
import { issue, type IssueRefusal } from './issues/issue.decider.ts';
import {
  riskPolicy,
  type RiskPolicyCommand,
  type RiskPolicyRefusal,
  type RiskPolicyState,
} from './policy/risk-policy.decider.ts';
import type { RiskState } from './register/risk.ts';
import type { RiskCommand } from './register/risk.commands.ts';
import { risk, type RiskRefusal } from './register/risk.decider.ts';

/** The kinds of stream in this service's log. An engagement's policy is named after the engagement. */
export const riskPolicies: StreamKind<RiskPolicyState, RiskPolicyCommand, RiskPolicyEvent, RiskPolicyRefusal> = {
  prefix: 'rpol-',
  decider: riskPolicy,
};
export const risks: StreamKind<RiskState, RiskCommand, RiskRegisterEvent, RiskRefusal> = {
  prefix: 'risk-',
  decider: risk,
};
export const issues: StreamKind<IssueState, IssueCommand, IssueEvent, IssueRefusal> = {
  prefix: 'iss-',
  decider: issue,
};
export const clocks: StreamKind<ClockState, ClockCommand, SlaClockEvent, never> = { prefix: 'clk-', decider: clock };
/** An escalation's stream is named after its subject: one open ladder per subject. */
export const escalations: StreamKind<EscalationState, EscalationCommand, EscalationEvent, EscalationRefusal> = {
  prefix: 'esc-',
  decider: escalation,
};
