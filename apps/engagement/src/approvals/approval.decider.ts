import type {
  ApprovalDelegated,
  ApprovalEvent,
  ApprovalGranted,
  ApprovalLapsed,
  ApprovalRequested,
} from '@bw/contracts-engagement';
import { accept, type Decider, type Decision, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';
import type { DecisionRight } from '../governance/decision-right.ts';

export type Approval = { readonly status: 'none' } | KnownApproval;

export interface KnownApproval extends ApprovalRequested {
  readonly status: 'open' | 'granted' | 'refused' | 'lapsed';
  /** Who decides instead of the sponsor. */
  readonly assignee?: string;
  readonly decidedBy?: string;
  readonly reason?: string;
}

/** A decision on exactly this content, with the right its maker has at this moment. */
export interface DecisionOn {
  readonly contentHash?: string;
  readonly right: DecisionRight;
  readonly reason?: string;
}

/** To whom, and whether they are one of the client's people there. */
interface Delegating extends Pick<ApprovalDelegated, 'to' | 'reason'> {
  readonly right: DecisionRight;
  readonly isOfClient: boolean;
}

export type ApprovalCommand =
  | Command<'RequestApproval', ApprovalRequested>
  | Command<'GrantApproval', DecisionOn>
  | Command<'RefuseApproval', DecisionOn & { readonly reason: string }>
  | Command<'DelegateApproval', Delegating>
  | Command<'LapseApproval', Pick<ApprovalLapsed, 'cause'>>;

export type ApprovalRefusal =
  | 'approval-already-requested'
  | 'approval-not-found'
  | 'approval-is-decided'
  | 'approval-due-has-passed'
  | 'requester-cannot-decide'
  | 'no-right-to-decide'
  | 'delegate-is-not-of-client'
  | 'delegation-expired'
  | 'limit-exceeded'
  | 'content-has-changed';

type Answer = Decision<ApprovalEvent, ApprovalRefusal>;
type Deciding = Extract<ApprovalCommand, { type: 'GrantApproval' | 'RefuseApproval' }>;

/** Who answers where nobody did in time. */
const DEADLINE = 'system:deadline';

export const approval: Decider<Approval, ApprovalCommand, ApprovalEvent, ApprovalRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'RequestApproval') {
      if (state.status === 'none') return accept({ type: 'engagement.ApprovalRequested', data: command.data });
      const isSame = state.subject === command.data.subject && state.contentHash === command.data.contentHash;
      return isSame ? accept() : refuse('approval-already-requested');
    }
    if (state.status === 'none') return refuse('approval-not-found');
    if (command.type === 'LapseApproval') return state.status === 'open' ? lapse(command, state) : accept();
    if (state.status !== 'open') return refuse('approval-is-decided', { status: state.status });
    switch (command.type) {
      case 'GrantApproval':
      case 'RefuseApproval':
        return decideOn(command, state);
      case 'DelegateApproval':
        return delegate(command, state);
    }
  },

  evolve(state, event) {
    if (event.type === 'engagement.ApprovalRequested') return { ...event.data, status: 'open' };
    if (state.status === 'none') return state;
    switch (event.type) {
      case 'engagement.ApprovalGranted':
        return { ...state, ...decided(event.data), status: 'granted' };
      case 'engagement.ApprovalRefused':
        return { ...state, ...decided(event.data), status: 'refused' };
      case 'engagement.ApprovalDelegated':
        return { ...state, assignee: event.data.to };
      case 'engagement.ApprovalLapsed':
        return { ...state, status: 'lapsed' };
    }
  },
};

function decideOn({ type, data, issued }: Deciding, state: KnownApproval): Answer {
  const by = issued.actor;
  if (by === state.requestedBy) return refuse('requester-cannot-decide');
  if (state.assignee !== undefined && state.assignee !== by) return refuse('no-right-to-decide');
  if (data.contentHash !== undefined && data.contentHash !== state.contentHash) {
    return refuse('content-has-changed', { contentHash: state.contentHash });
  }
  if (state.due !== undefined && issued.at > state.due) return refuse('approval-due-has-passed', { due: state.due });
  const answer = { ...subjectOf(state), by, ...(data.reason !== undefined && { reason: data.reason }) };
  const missing = whatTheRightLacks(data.right, state, type === 'GrantApproval');
  if (missing) return missing;
  return accept({
    type: type === 'GrantApproval' ? 'engagement.ApprovalGranted' : 'engagement.ApprovalRefused',
    data: answer,
  });
}

/** A no binds nobody to anything, so it needs the right but no limit. */
function whatTheRightLacks(right: DecisionRight, state: KnownApproval, binds: boolean): Answer | undefined {
  const { approvalId, impact } = state;
  switch (right.reach) {
    case 'none':
      return refuse('no-right-to-decide');
    case 'expired':
      return refuse('delegation-expired', { delegationId: right.delegationId });
    case 'unlimited':
      return undefined;
    case 'limited': {
      const fits = right.currency === impact.currency && impact.bac <= right.limit;
      if (fits || !binds) return undefined;
      return refuse('limit-exceeded', { approvalId, limit: right.limit, currency: right.currency });
    }
  }
}

function delegate(
  { data: { to, reason, right, isOfClient }, issued }: Extract<ApprovalCommand, { type: 'DelegateApproval' }>,
  state: KnownApproval,
): Answer {
  const { approvalId, engagementId, assignee, requestedBy } = state;
  if (to === requestedBy) return refuse('requester-cannot-decide');
  if (right.reach === 'expired') return refuse('delegation-expired', { delegationId: right.delegationId });
  if (right.reach === 'none') return refuse('no-right-to-decide');
  if (to === assignee) return accept();
  if (!isOfClient) return refuse('delegate-is-not-of-client');
  const data = { approvalId, engagementId, to, by: issued.actor, ...(reason !== undefined && { reason }) };
  return accept({ type: 'engagement.ApprovalDelegated', data });
}

/** A timer may ring early (the due time was moved) or twice; only what is due lapses. */
function lapse(
  { data: { cause }, issued }: Extract<ApprovalCommand, { type: 'LapseApproval' }>,
  state: KnownApproval,
): Answer {
  if (cause === 'due-passed' && (state.due === undefined || issued.at < state.due)) return accept();
  const lapsed = { type: 'engagement.ApprovalLapsed', data: { ...subjectOf(state), cause } } as const;
  if (cause === 'withdrawn' || state.defaultOutcome === 'lapsed') return accept(lapsed);
  const data = { ...subjectOf(state), by: DEADLINE, reason: `Nobody decided until ${state.due}.` };
  return accept<ApprovalEvent>(lapsed, { type: 'engagement.ApprovalRefused', data });
}

function subjectOf({ approvalId, engagementId, kind, subject, contentHash }: KnownApproval) {
  return { approvalId, engagementId, kind, subject, contentHash };
}

function decided({ by, reason }: Pick<ApprovalGranted, 'by' | 'reason'>) {
  return { decidedBy: by, ...(reason !== undefined && { reason }) };
}
