import type { IssueEvent } from '@bw/contracts-risk';
import type { IssueState, LiveIssue } from './issue.ts';

/** What a fact makes of an issue. */
export function evolveIssue(state: IssueState, event: IssueEvent): IssueState {
  if (event.type === 'risk.IssueRaised') {
    const { issueId, engagementId, severity, title, raisedAt } = event.data;
    return { status: 'open', issueId, engagementId, severity, title, raisedAt, acknowledged: false };
  }
  if (state.status === 'none' || state.status === 'cancelled') return state;
  if (state.status === 'resolved' || state.status === 'verified') {
    if (event.type === 'risk.IssueVerified') return { ...state, status: 'verified' };
    if (event.type !== 'risk.IssueReopened') return state;
    const { resolver: _, ...issue } = state;
    return { ...issue, status: 'reopened' };
  }
  return evolveLive(state, event);
}

function evolveLive(state: LiveIssue, event: Exclude<IssueEvent, { type: 'risk.IssueRaised' }>): IssueState {
  switch (event.type) {
    case 'risk.IssueAcknowledged':
      return state.status === 'open'
        ? { ...state, acknowledged: true, status: 'acknowledged' }
        : { ...state, acknowledged: true };
    case 'risk.IssueAssigned': {
      const assigned = { ...state, assignee: event.data.assignee };
      return assigned.status === 'waiting' ? assigned : { ...assigned, status: 'inProgress' };
    }
    case 'risk.IssueWaiting':
      return { ...state, status: 'waiting', reason: event.data.reason };
    case 'risk.IssueResumed':
      return { ...withoutWait(state), status: state.assignee ? 'inProgress' : 'acknowledged' };
    case 'risk.IssueResolved':
      return { ...withoutWait(state), status: 'resolved', resolver: event.data.by };
    case 'risk.IssueCancelled':
      return { ...withoutWait(state), status: 'cancelled' };
    case 'risk.IssueNoted':
    case 'risk.IssueVerified':
    case 'risk.IssueReopened':
      return state;
  }
}

function withoutWait(state: LiveIssue): Omit<LiveIssue, 'status'> {
  if (state.status !== 'waiting') return state;
  const { reason: _, ...issue } = state;
  return issue;
}
