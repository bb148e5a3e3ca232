import type { Severity, WaitingReason } from '@bw/contracts-risk';
import type { Instant } from '@bw/kernel';

export type OpenStatus = 'open' | 'acknowledged' | 'inProgress' | 'waiting' | 'reopened';

interface RaisedIssue {
  readonly issueId: string;
  readonly engagementId: string;
  readonly severity: Severity;
  readonly title: string;
  readonly raisedAt: Instant;
  readonly acknowledged: boolean;
  readonly assignee?: string;
}

export type LiveIssue = RaisedIssue &
  (
    { readonly status: Exclude<OpenStatus, 'waiting'> } | { readonly status: 'waiting'; readonly reason: WaitingReason }
  );

export type IssueState =
  | { readonly status: 'none' }
  | LiveIssue
  | (RaisedIssue & { readonly status: 'resolved'; readonly resolver: string })
  | (RaisedIssue & { readonly status: 'verified'; readonly resolver: string })
  | (RaisedIssue & { readonly status: 'cancelled' });

/** Is it still to be resolved? */
export function isLive(state: IssueState): state is LiveIssue {
  switch (state.status) {
    case 'none':
    case 'resolved':
    case 'verified':
    case 'cancelled':
      return false;
    case 'open':
    case 'acknowledged':
    case 'inProgress':
    case 'waiting':
    case 'reopened':
      return true;
  }
}
