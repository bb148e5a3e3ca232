import { refusals } from '@bw/service-shell';
import type { MembershipRefusal } from './membership.decider.ts';

export const membershipRefusals = refusals<MembershipRefusal>({
  'membership-already-granted': {
    code: 'STATE_CONFLICT',
    detail: 'A membership with this id was granted with other data, or has ended.',
    hint: 'Change it, or grant a new one under a new id.',
  },
  'membership-not-found': { code: 'NOT_FOUND', detail: 'There is no such membership that you know of.' },
  'membership-has-ended': {
    code: 'STATE_CONFLICT',
    detail: 'The membership has ended.',
    hint: 'Grant a new one under a new id.',
  },
  'membership-needs-client': {
    code: 'VALIDATION',
    detail: 'A member of a client names the client.',
    hint: 'Send clientId.',
  },
  'membership-needs-engagement': {
    code: 'VALIDATION',
    detail: 'A member of a vendor names the engagement.',
    hint: 'Send engagementId.',
  },
  'tenant-admin-is-tenant-wide': {
    code: 'VALIDATION',
    detail: 'A tenant administrator is one of the whole tenant.',
    hint: 'Leave out clientId and engagementId.',
  },
  'role-does-not-suit-party': { code: 'VALIDATION', detail: 'A member of this party cannot have these roles.' },
  'period-ends-before-it-begins': { code: 'VALIDATION', detail: 'The last day is before the first.' },
});
