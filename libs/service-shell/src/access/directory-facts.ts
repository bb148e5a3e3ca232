import type { Event } from '@bw/contracts-base';
import type { CivilDay, Id } from '@bw/kernel';

/*
 * Platform libraries know no service's contracts; they must not depend on them. The runner has checked every event
 * against its contract before it comes here, so its data has these fields.
 */

interface Member {
  readonly membershipId: Id;
  readonly user: Id;
  readonly party: string;
  readonly roles: readonly string[];
  readonly clientId?: Id;
  readonly engagementId?: Id;
  readonly from: CivilDay;
  readonly to?: CivilDay;
}

interface MemberEnded {
  readonly membershipId: Id;
  readonly endedOn: CivilDay;
}

interface Client {
  readonly clientId: Id;
  readonly code: string;
  readonly name: string;
}

interface Engagement {
  readonly engagementId: Id;
  readonly clientId: Id;
  readonly code: string;
  readonly title: string;
  readonly zone: string;
  readonly currency: string;
}

export type DirectoryFact =
  | { readonly kind: 'member'; readonly data: Member }
  | { readonly kind: 'member-ended'; readonly data: MemberEnded }
  | { readonly kind: 'client'; readonly data: Client }
  | { readonly kind: 'engagement'; readonly data: Engagement };

const KINDS: Readonly<Record<string, DirectoryFact['kind']>> = {
  'engagement.MembershipGranted': 'member',
  'engagement.MembershipChanged': 'member',
  'engagement.MembershipEnded': 'member-ended',
  'engagement.ClientRegistered': 'client',
  'engagement.EnquiryOpened': 'engagement',
};

/** What the directory learns from an event; undefined where it is none of its business. */
export function directoryFactOf({ type, data }: Event): DirectoryFact | undefined {
  const kind = KINDS[type];
  return kind && ({ kind, data } as DirectoryFact); // the contract of the type says so
}
