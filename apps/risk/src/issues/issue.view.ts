import { clockIdOf } from '../clocks/clock.process.ts';
import { escalationIdOf } from '../escalations/ladder.process.ts';
import type { IssueView } from './issue.bodies.ts';
import type { IssueState } from './issue.ts';

export function issueView(state: Exclude<IssueState, { status: 'none' }>, version: number): IssueView {
  const { issueId, engagementId, status, severity, title, raisedAt, assignee } = state;
  return {
    issueId,
    engagementId,
    version,
    status,
    severity,
    title,
    raisedAt,
    ...(assignee && { assignee }),
    ...(state.status === 'waiting' && { waitingFor: state.reason }),
    acknowledgeClock: clockIdOf(issueId, 'acknowledge'),
    resolveClock: clockIdOf(issueId, 'resolve'),
    escalationId: escalationIdOf(issueId),
  };
}
