import type { SigningParty } from '@bw/contracts-engagement';
import type { Membership, Principal, Role } from '@bw/service-shell';

interface At {
  readonly client: string;
  readonly engagement: string;
}

/** What somebody is at one engagement, which may be less than what they are elsewhere. */
export function rolesAt(principal: Principal, at: At): readonly Role[] {
  return [...new Set(membershipsAt(principal, at).flatMap(({ roles }) => roles))];
}

/** For which parties somebody may speak at one engagement. */
export function signingPartiesAt(principal: Principal, at: At): readonly SigningParty[] {
  const parties = membershipsAt(principal, at).map(({ party }) => party);
  return (['provider', 'client'] as const).filter((party) => parties.includes(party));
}

/** Those of somebody's memberships that hold at one engagement. */
export function membershipsAt({ memberships }: Pick<Principal, 'memberships'>, at: At): readonly Membership[] {
  return memberships.filter(({ party, client, engagement }) => {
    if (engagement !== undefined) return engagement === at.engagement;
    return client === undefined ? party === 'provider' : client === at.client;
  });
}
