import type {
  ApprovalEvent,
  ClientCodeEvent,
  ClientEvent,
  EngagementStreamEvent,
  FundingEvent,
  GovernanceEvent,
  MembershipEvent,
  TermsEvent,
  TermsRegisterEvent,
} from '@bw/contracts-engagement';
import type { StreamKind } from '@bw/event-store';
import { type Approval, approval, type ApprovalCommand, type ApprovalRefusal } from '../approvals/approval.decider.ts';
import { type ClientCode, clientCode, type ClientCodeCommand } from '../clients/client-code.decider.ts';
import { type Client, client, type ClientCommand, type ClientRefusal } from '../clients/client.decider.ts';
import { engagement, type EngagementCommand, type EngagementRefusal } from '../engagements/engagement.decider.ts';
import type { Engagement } from '../engagements/engagement.ts';
import { type Funding, funding, type FundingCommand, type FundingRefusal } from '../funding/funding.decider.ts';
import { governance, type GovernanceCommand } from '../governance/governance.decider.ts';
import type { GovernanceRefusal } from '../governance/governance.rules.ts';
import type { Governance } from '../governance/governance.ts';
import {
  type Membership,
  membership,
  type MembershipCommand,
  type MembershipRefusal,
} from '../memberships/membership.decider.ts';
import { type TermsRegister, termsRegister, type TermsRegisterCommand } from '../terms/terms-register.decider.ts';
import { type Terms, terms, type TermsCommand, type TermsRefusal } from '../terms/terms.decider.ts';

/** The kinds of stream in this service's log. */
export const clients: StreamKind<Client, ClientCommand, ClientEvent, ClientRefusal> = {
  prefix: 'client-',
  decider: client,
};
/** Named after the code. */
export const clientCodes: StreamKind<ClientCode, ClientCodeCommand, ClientCodeEvent, 'client-code-taken'> = {
  prefix: 'code-',
  decider: clientCode,
};
export const memberships: StreamKind<Membership, MembershipCommand, MembershipEvent, MembershipRefusal> = {
  prefix: 'mem-',
  decider: membership,
};
export const engagements: StreamKind<Engagement, EngagementCommand, EngagementStreamEvent, EngagementRefusal> = {
  prefix: 'eng-',
  decider: engagement,
};
/** Named after the engagement. */
export const governances: StreamKind<Governance, GovernanceCommand, GovernanceEvent, GovernanceRefusal> = {
  prefix: 'gov-',
  decider: governance,
};
export const termsKind: StreamKind<Terms, TermsCommand, TermsEvent, TermsRefusal> = {
  prefix: 'terms-',
  decider: terms,
};
/** Named after the engagement. */
export const termsRegisters: StreamKind<
  TermsRegister,
  TermsRegisterCommand,
  TermsRegisterEvent,
  'terms-periods-overlap'
> = { prefix: 'treg-', decider: termsRegister };
/** Named after the engagement. */
export const fundings: StreamKind<Funding, FundingCommand, FundingEvent, FundingRefusal> = {
  prefix: 'fund-',
  decider: funding,
};
export const approvals: StreamKind<Approval, ApprovalCommand, ApprovalEvent, ApprovalRefusal> = {
  prefix: 'apr-',
  decider: approval,
};
