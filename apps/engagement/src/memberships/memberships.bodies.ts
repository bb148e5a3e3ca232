import { Count, Id, OneOf, Picked, Without } from '@bw/contracts-base';
import { MembershipEnded, MembershipGranted } from '@bw/contracts-engagement';

export class GrantMembershipBody extends Without(MembershipGranted, 'membershipId') {}
export class ChangeMembershipBody extends Picked(MembershipGranted, 'roles', 'from', 'to') {}
export class EndMembershipBody extends Picked(MembershipEnded, 'endedOn') {}

export class MembershipQuery {
  @Id({ optional: true }) readonly client?: string;
  @Id({ optional: true }) readonly engagement?: string;
}

export class MembershipView extends MembershipGranted {
  @OneOf('active', 'ended') readonly status!: 'active' | 'ended';
  @Count() readonly version!: number;
}
