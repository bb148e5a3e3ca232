import { type Refusals, refusals } from '@bw/service-shell';
import type { IssueRefusal } from './issue.decider.ts';

export const issueRefusals: Refusals = refusals<IssueRefusal>({
  'issue-not-found': { code: 'NOT_FOUND', detail: 'There is no such issue.' },
  'issue-already-raised': {
    code: 'STATE_CONFLICT',
    detail: 'The id is that of another issue.',
    hint: 'Make a new id for a new issue.',
  },
  'issue-is-resolved': {
    code: 'STATE_CONFLICT',
    detail: 'The issue is resolved.',
    hint: 'Reopen it if the problem is not solved.',
  },
  'issue-is-cancelled': {
    code: 'STATE_CONFLICT',
    detail: 'The issue was cancelled and does not change any more.',
    hint: 'Raise a new one if there is a problem after all.',
  },
  'issue-not-acknowledged': {
    code: 'STATE_CONFLICT',
    detail: 'Nobody has acknowledged the issue yet.',
    hint: 'Acknowledge it first; then it may wait.',
  },
  'issue-not-waiting': { code: 'STATE_CONFLICT', detail: 'The issue does not wait for anything.' },
  'issue-already-waiting': {
    code: 'STATE_CONFLICT',
    detail: 'The issue waits for another reason already.',
    hint: 'Resume it first.',
  },
  'client-not-notified': {
    code: 'STATE_CONFLICT',
    detail: 'A clock stands still only when the client has been told.',
    hint: 'Tell the client, then send `clientNotified: true`.',
  },
  'issue-not-resolved': { code: 'STATE_CONFLICT', detail: 'The issue is not resolved.' },
  'verifier-is-resolver': {
    code: 'STATE_CONFLICT',
    detail: 'An issue of severity 1 or 2 is verified by somebody else than the one who resolved it.',
    hint: 'Ask somebody else to check.',
  },
  'time-in-future': { code: 'VALIDATION', detail: 'That time has not come yet.' },
  'time-before-issue': { code: 'VALIDATION', detail: 'At that time there was no issue yet.' },
  'cannot-be-backdated': {
    code: 'VALIDATION',
    detail: 'Only an acknowledgement or a solution may be told late.',
    hint: 'Leave Bw-Effective out: it counts from now.',
  },
  'backdated-too-far': {
    code: 'VALIDATION',
    detail: 'It may be told at most an hour late.',
    hint: 'Leave Bw-Effective out: it counts from now.',
  },
  'backdating-needs-reason': {
    code: 'VALIDATION',
    detail: 'What is told late needs a reason.',
    hint: 'Send it in the header Bw-Reason.',
  },
});
