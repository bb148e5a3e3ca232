import type { MembershipEnded, MembershipEvent, MembershipGranted, Party, Role } from '@bw/contracts-engagement';
import { accept, type Decider, type Decision, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';
import { isSame } from '../content-hash.ts';
import { isInOrder } from '../day-period.ts';

export type Membership = { readonly status: 'none' } | KnownMembership;

export interface KnownMembership extends MembershipGranted {
  readonly status: 'active' | 'ended';
}

export type MembershipCommand =
  | Command<'GrantMembership', MembershipGranted>
  | Command<'ChangeMembership', Pick<MembershipGranted, 'membershipId' | 'roles' | 'from' | 'to'>>
  | Command<'EndMembership', Pick<MembershipEnded, 'membershipId' | 'endedOn'>>;

export type MembershipRefusal =
  | 'membership-already-granted'
  | 'membership-not-found'
  | 'membership-has-ended'
  | 'membership-needs-client'
  | 'membership-needs-engagement'
  | 'tenant-admin-is-tenant-wide'
  | 'role-does-not-suit-party'
  | 'period-ends-before-it-begins';

const ROLES_OF: Readonly<Record<Party, readonly Role[]>> = {
  provider: [
    'director',
    'project-manager',
    'analyst',
    'integrator',
    'finance-controller',
    'compliance-officer',
    'tenant-admin',
  ],
  client: ['sponsor', 'client-viewer', 'analyst', 'integrator'],
  vendor: ['vendor-lead'],
};

export const membership: Decider<Membership, MembershipCommand, MembershipEvent, MembershipRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'GrantMembership') return grant(command.data, state);
    if (state.status === 'none') return refuse('membership-not-found');
    if (state.status === 'ended') return refuse('membership-has-ended');
    switch (command.type) {
      case 'ChangeMembership':
        return change(command.data, state);
      case 'EndMembership': {
        const { membershipId, endedOn } = command.data;
        if (endedOn < state.from) return refuse('period-ends-before-it-begins');
        return accept({ type: 'engagement.MembershipEnded', data: { membershipId, user: state.user, endedOn } });
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'engagement.MembershipGranted':
      case 'engagement.MembershipChanged':
        return { ...event.data, status: 'active' };
      case 'engagement.MembershipEnded':
        return state.status === 'none' ? state : { ...state, to: event.data.endedOn, status: 'ended' };
    }
  },
};

function grant(data: MembershipGranted, state: Membership): Decision<MembershipEvent, MembershipRefusal> {
  if (state.status !== 'none') {
    const { status, ...granted } = state;
    const isRepeated = status === 'active' && isSame(granted, data);
    return isRepeated ? accept() : refuse('membership-already-granted');
  }
  const wrong = whatIsWrongWith(data);
  return wrong ?? accept({ type: 'engagement.MembershipGranted', data });
}

function change(
  { roles, from, to }: Pick<MembershipGranted, 'roles' | 'from' | 'to'>,
  state: KnownMembership,
): Decision<MembershipEvent, MembershipRefusal> {
  const { status: _, to: _before, ...kept } = state;
  const data: MembershipGranted = { ...kept, roles, from, ...(to !== undefined && { to }) };
  const wrong = whatIsWrongWith(data);
  if (wrong) return wrong;
  const isRepeated = isSame({ ...data, status: 'active' }, state);
  return isRepeated ? accept() : accept({ type: 'engagement.MembershipChanged', data });
}

function whatIsWrongWith(data: MembershipGranted): Decision<never, MembershipRefusal> | undefined {
  const unsuited = data.roles.filter((role) => !ROLES_OF[data.party].includes(role));
  if (unsuited.length > 0) return refuse('role-does-not-suit-party', { party: data.party, roles: unsuited });
  if (data.party === 'client' && data.clientId === undefined) return refuse('membership-needs-client');
  if (data.party === 'vendor' && data.engagementId === undefined) return refuse('membership-needs-engagement');
  const isPlaced = data.clientId !== undefined || data.engagementId !== undefined;
  if (isPlaced && data.roles.includes('tenant-admin')) return refuse('tenant-admin-is-tenant-wide');
  if (!isInOrder(data)) return refuse('period-ends-before-it-begins');
  return undefined;
}
