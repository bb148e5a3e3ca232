import { type MembershipEvent, type MembershipGranted, sampleIds } from '@bw/contracts-engagement';
import { scenarios } from '@bw/testing';
import { issuedBy } from '../../test/issued.ts';
import { membership, type MembershipCommand } from './membership.decider.ts';

const { given, stateAfter } = scenarios(membership);
const issued = issuedBy(sampleIds.director);
const { membership: membershipId, sponsor: user, client: clientId, engagement: engagementId } = sampleIds;
const sponsor: MembershipGranted = {
  membershipId,
  user,
  party: 'client',
  roles: ['sponsor'],
  clientId,
  from: '2026-01-05',
};

const grant = (changes: Partial<MembershipGranted> = {}): MembershipCommand => ({
  type: 'GrantMembership',
  data: { ...sponsor, ...changes },
  issued,
});
const change = (changes: Partial<MembershipGranted>): MembershipCommand => ({
  type: 'ChangeMembership',
  data: { membershipId, roles: sponsor.roles, from: sponsor.from, ...changes },
  issued,
});
const end = (endedOn: string): MembershipCommand => ({
  type: 'EndMembership',
  data: { membershipId, endedOn },
  issued,
});
const granted = (changes: Partial<MembershipGranted> = {}): MembershipEvent => ({
  type: 'engagement.MembershipGranted',
  data: { ...sponsor, ...changes },
});
const changed = (changes: Partial<MembershipGranted>): MembershipEvent => ({
  type: 'engagement.MembershipChanged',
  data: { ...sponsor, ...changes },
});
const ended: MembershipEvent = {
  type: 'engagement.MembershipEnded',
  data: { membershipId, user, endedOn: '2026-06-30' },
};

describe('a membership', () => {
  it('is granted once; saying the same again changes nothing', () => {
    given().when(grant()).then(granted());
    given(granted()).when(grant()).then();
    given(granted())
      .when(grant({ roles: ['client-viewer'] }))
      .thenRefused('membership-already-granted');
    given(granted(), ended).when(grant()).thenRefused('membership-already-granted');
  });

  it('gives only roles that suit the party', () => {
    given()
      .when(grant({ roles: ['sponsor', 'director'] }))
      .thenRefused('role-does-not-suit-party', { party: 'client', roles: ['director'] });
    given(granted())
      .when(change({ roles: ['vendor-lead'] }))
      .thenRefused('role-does-not-suit-party');
  });

  it('names the client of a client’s member, and the engagement of a vendor’s', () => {
    given()
      .when(grant({ clientId: undefined }))
      .thenRefused('membership-needs-client');
    const vendor = { party: 'vendor', roles: ['vendor-lead'] } as const;
    given().when(grant(vendor)).thenRefused('membership-needs-engagement');
    given()
      .when(grant({ ...vendor, engagementId }))
      .then(granted({ ...vendor, engagementId }));
  });

  it('may be for the whole tenant where it is the provider’s', () => {
    const director = { party: 'provider', roles: ['director'], clientId: undefined } as const;
    given().when(grant(director)).then(granted(director));
  });

  it('lets nobody run the tenant from a part of it', () => {
    const admin = { party: 'provider', roles: ['tenant-admin'] } as const;
    given().when(grant(admin)).thenRefused('tenant-admin-is-tenant-wide');
    given()
      .when(grant({ ...admin, clientId: undefined, engagementId }))
      .thenRefused('tenant-admin-is-tenant-wide');
    given()
      .when(grant({ ...admin, clientId: undefined }))
      .then(granted({ ...admin, clientId: undefined }));
  });

  it('does not end before it begins', () => {
    given()
      .when(grant({ to: '2026-01-04' }))
      .thenRefused('period-ends-before-it-begins');
    given(granted()).when(end('2026-01-04')).thenRefused('period-ends-before-it-begins');
    given(granted())
      .when(change({ to: '2026-01-04' }))
      .thenRefused('period-ends-before-it-begins');
  });

  it('changes its roles and days, and only where they are others', () => {
    given(granted())
      .when(change({ to: '2026-12-31' }))
      .then(changed({ to: '2026-12-31' }));
    given(granted(), changed({ to: '2026-12-31' }))
      .when(change({}))
      .then(changed({}));
    given(granted()).when(change({})).then();
  });

  it('ends on a day, and then is read-only', () => {
    given(granted()).when(end('2026-06-30')).then(ended);
    given(granted(), ended).when(end('2026-06-30')).thenRefused('membership-has-ended');
    given(granted(), ended).when(change({})).thenRefused('membership-has-ended');
  });

  it('must be there to be changed or ended', () => {
    given().when(change({})).thenRefused('membership-not-found');
    given().when(end('2026-06-30')).thenRefused('membership-not-found');
    expect(stateAfter(ended)).toEqual({ status: 'none' });
  });
});
