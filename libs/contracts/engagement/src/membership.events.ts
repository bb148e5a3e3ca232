import { CivilDay, EventContract, type FactsOf, Id, ListOf, OneOf } from '@bw/contracts-base';

/** Whose side a member is on. */
export const PARTIES = ['provider', 'client', 'vendor'] as const;
export type Party = (typeof PARTIES)[number];

/** What a member may be asked to do: the personas of the platform. */
export const ROLES = [
  'director',
  'project-manager',
  'sponsor',
  'client-viewer',
  'vendor-lead',
  'analyst',
  'integrator',
  'finance-controller',
  'compliance-officer',
  'tenant-admin',
] as const;
export type Role = (typeof ROLES)[number];

@EventContract({
  type: 'engagement.MembershipGranted',
  version: 1,
  about: 'Somebody may work here: for which party, in which roles, for which client or engagement, from when.',
})
export class MembershipGranted {
  @Id() readonly membershipId!: string;
  @Id() readonly user!: string;
  @OneOf(...PARTIES) readonly party!: Party;
  @ListOf(OneOf(...ROLES), { min: 1, max: ROLES.length, unique: true }) readonly roles!: readonly Role[];
  /** Left out for a member of the provider who works for all clients. */
  @Id({ optional: true }) readonly clientId?: string;
  /** Left out where the membership is for all engagements of the client. */
  @Id({ optional: true }) readonly engagementId?: string;
  @CivilDay() readonly from!: string;
  /** The last day, included. */
  @CivilDay({ optional: true }) readonly to?: string;
}

@EventContract({
  type: 'engagement.MembershipChanged',
  version: 1,
  about: 'The roles or the days of a membership are others now. It carries the whole membership as it is.',
})
export class MembershipChanged extends MembershipGranted {}

@EventContract({
  type: 'engagement.MembershipEnded',
  version: 1,
  about: 'A membership has a last day; after it the user may do no more under it.',
})
export class MembershipEnded {
  @Id() readonly membershipId!: string;
  @Id() readonly user!: string;
  @CivilDay() readonly endedOn!: string;
}

export type MembershipEvent = FactsOf<{
  'engagement.MembershipGranted': MembershipGranted;
  'engagement.MembershipChanged': MembershipChanged;
  'engagement.MembershipEnded': MembershipEnded;
}>;
