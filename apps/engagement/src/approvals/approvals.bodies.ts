import { Count, Hash, Id, OneOf, Optional, Text } from '@bw/contracts-base';
import { ApprovalRequested } from '@bw/contracts-engagement';

export const APPROVAL_STATUSES = ['open', 'granted', 'refused', 'lapsed'] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

export class ApprovalQuery {
  @Optional() @OneOf(...APPROVAL_STATUSES) readonly status?: ApprovalStatus;
  @Id({ optional: true }) readonly engagement?: string;
}

export class GrantBody {
  /** What the caller saw; a yes to anything else is refused. */
  @Hash({ optional: true }) readonly contentHash?: string;
  @Text(500, { optional: true }) readonly reason?: string;
}

export class RefuseBody {
  @Hash({ optional: true }) readonly contentHash?: string;
  @Text(500) readonly reason!: string;
}

export class DelegateBody {
  @Id() readonly to!: string;
  @Text(500, { optional: true }) readonly reason?: string;
}

export class ApprovalView extends ApprovalRequested {
  @OneOf(...APPROVAL_STATUSES) readonly status!: ApprovalStatus;
  @Id({ optional: true }) readonly assignee?: string;
  @Text(100, { optional: true }) readonly decidedBy?: string;
  @Text(500, { optional: true }) readonly reason?: string;
  @Count() readonly version!: number;
}
