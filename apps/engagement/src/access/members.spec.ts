import type { Membership, Principal } from '@bw/service-shell';
import { idOf, TEST_TENANT } from '@bw/testing';
import { rolesAt, signingPartiesAt } from './members.ts';

const at = { client: idOf('client'), engagement: idOf('engagement') };
const elsewhere = { client: idOf('other client'), engagement: idOf('other engagement') };
const member = (membership: Partial<Membership>): Membership => ({
  id: idOf('membership'),
  party: 'client',
  roles: ['sponsor'],
  from: '2026-01-01',
  ...membership,
});
const principal = (...memberships: readonly Membership[]): Principal => ({
  user: idOf('user'),
  tenant: TEST_TENANT,
  isTenantAdmin: false,
  memberships,
});

describe('what somebody is at an engagement', () => {
  it('comes from memberships of it, of its client, and of the whole provider', () => {
    const all = [
      member({ engagement: at.engagement }),
      member({ client: at.client, roles: ['client-viewer', 'sponsor'] }),
      member({ party: 'provider', roles: ['analyst'] }),
    ];
    expect(rolesAt(principal(...all), at)).toEqual(['sponsor', 'client-viewer', 'analyst']);
    expect(signingPartiesAt(principal(...all), at)).toEqual(['provider', 'client']);
  });

  it('does not come from memberships elsewhere', () => {
    const all = [
      member({ engagement: elsewhere.engagement, client: at.client }),
      member({ client: elsewhere.client }),
      member({}),
    ];
    expect(rolesAt(principal(...all), at)).toEqual([]);
    expect(signingPartiesAt(principal(...all), at)).toEqual([]);
  });
});
