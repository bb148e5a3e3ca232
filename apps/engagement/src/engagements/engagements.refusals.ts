import { refusals } from '@bw/service-shell';
import type { EngagementRefusal } from './engagement.decider.ts';

export const engagementRefusals = refusals<EngagementRefusal>({
  'enquiry-already-open': {
    code: 'STATE_CONFLICT',
    detail: 'An engagement with this id was opened with other data.',
    hint: 'Open the new enquiry under a new id.',
  },
  'client-is-not-active': { code: 'STATE_CONFLICT', detail: 'Nothing new begins with a client that is closed.' },
  'engagement-not-found': { code: 'NOT_FOUND', detail: 'There is no such engagement that you know of.' },
  'engagement-is-over': { code: 'STATE_CONFLICT', detail: 'The engagement is over and therefore read-only.' },
  'engagement-status-forbids': {
    code: 'STATE_CONFLICT',
    detail: 'The engagement is not where this can be done.',
    hint: 'The field "may" lists when it can.',
  },
  'nothing-to-propose': {
    code: 'STATE_CONFLICT',
    detail: 'The intake has no item.',
    hint: 'Add what the client wants as intake items first.',
  },
  'checklist-item-not-found': {
    code: 'NOT_FOUND',
    detail: 'The checklist has no such item.',
    hint: 'The field "items" lists those it has.',
  },
  'baseline-completes-itself': {
    code: 'STATE_CONFLICT',
    detail: 'This item is done when a baseline of the plan is approved.',
    hint: 'Submit the baseline; the sponsor finds it in the decision inbox.',
  },
  'intake-item-exists': {
    code: 'STATE_CONFLICT',
    detail: 'There is an intake item with this id that says something else.',
    hint: 'Clarify it, or add the new statement under a new id.',
  },
  'intake-item-not-found': { code: 'NOT_FOUND', detail: 'The engagement has no such intake item.' },
  'intake-item-is-rejected': { code: 'STATE_CONFLICT', detail: 'The intake item was rejected and does not count.' },
  'intake-item-kind-is-fixed': {
    code: 'STATE_CONFLICT',
    detail: 'An intake item keeps its kind.',
    hint: 'Reject it and add another.',
  },
  'field-does-not-suit-kind': { code: 'VALIDATION', detail: 'Some fields make no sense for this kind of intake item.' },
  'nothing-to-waive': {
    code: 'STATE_CONFLICT',
    detail: 'The intake item raises no such concern.',
    hint: 'Only warnings that stand can be waived.',
  },
  'one-person-cannot-sign-for-both': {
    code: 'FORBIDDEN',
    detail: 'You signed for the other party: one person cannot sign for both.',
  },
  'content-has-changed': {
    code: 'STATE_CONFLICT',
    detail: 'The content is not what you saw any more.',
    hint: 'Read it again; the field contentHash says what it is now.',
  },
  'gate-not-passed': {
    code: 'GATE_NOT_PASSED',
    detail: 'Something is still missing.',
    hint: 'The field "items" lists what.',
  },
});
