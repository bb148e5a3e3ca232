import type { CivilDay, Id } from '@bw/kernel';
import type { Party, Role } from './roles.ts';

/** What a membership lets somebody see: one engagement, all of one client, or (the provider's people) everything. */
export interface Membership {
  readonly id: Id;
  readonly party: Party;
  readonly roles: readonly Role[];
  readonly client?: Id;
  readonly engagement?: Id;
  readonly from: CivilDay;
  /** The last day on which it holds. */
  readonly to?: CivilDay;
}

/** Who asks, as the token and this service's directory say. */
export interface Principal {
  /** The token's subject: a person, or a service account. */
  readonly user: Id;
  readonly tenant: Id;
  /** Who acts for the user, where the token names somebody. */
  readonly actingFor?: Id;
  /** Runs the installation: said by the token, or by a membership of the provider's. */
  readonly isTenantAdmin: boolean;
  /** Those that hold today. */
  readonly memberships: readonly Membership[];
}

/** All that somebody is anywhere. */
export function rolesOf({ isTenantAdmin, memberships }: Principal): ReadonlySet<Role> {
  return new Set<Role>([
    ...memberships.flatMap(({ roles }) => roles),
    ...(isTenantAdmin ? (['tenant-admin'] as const) : []),
  ]);
}
