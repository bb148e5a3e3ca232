import { refusals } from '@bw/service-shell';
import type { ApprovalRefusal } from './approval.decider.ts';

export const approvalRefusals = refusals<Exclude<ApprovalRefusal, 'content-has-changed'>>({
  'approval-already-requested': { code: 'STATE_CONFLICT', detail: 'This approval was requested for another content.' },
  'approval-not-found': { code: 'NOT_FOUND', detail: 'There is no such approval that you know of.' },
  'approval-is-decided': { code: 'STATE_CONFLICT', detail: 'It is decided; the field "status" says how.' },
  'approval-due-has-passed': { code: 'STATE_CONFLICT', detail: 'The time to decide is over.' },
  'requester-cannot-decide': {
    code: 'FORBIDDEN',
    detail: 'Whoever asks for an approval cannot decide it.',
  },
  'no-right-to-decide': {
    code: 'FORBIDDEN',
    detail: 'You have no right to decide this.',
    hint: "It is the sponsor's, or whoever's it was delegated to.",
  },
  'delegate-is-not-of-client': {
    code: 'STATE_CONFLICT',
    detail: 'That user is none of the people of the client here.',
    hint: 'Grant them a membership of the client first.',
  },
  'delegation-expired': {
    code: 'FORBIDDEN',
    detail: 'Your right to decide this has expired.',
    hint: 'Ask for a new delegation; the field "delegationId" names the old one.',
  },
  'limit-exceeded': {
    code: 'LIMIT_EXCEEDED',
    detail: 'It is more than you may decide alone.',
    hint: 'Delegate it to somebody whose limit is high enough.',
  },
});
