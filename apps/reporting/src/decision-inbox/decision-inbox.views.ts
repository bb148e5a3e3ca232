import {
  Amount,
  Code,
  Count,
  CurrencyCode,
  Flag,
  Id,
  Instant,
  ListOf,
  Minutes,
  Nested,
  OneOf,
  Optional,
  Text,
} from '@bw/contracts-base';
import { AtPoint } from '../reading/point.ts';

export const APPROVAL_STATES = ['open', 'granted', 'refused', 'lapsed'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export class DecisionInboxParameters {
  @Id({ optional: true }) readonly engagement?: string;
  /** Open ones unless given. */
  @Optional() @OneOf(...APPROVAL_STATES, 'all') readonly state?: ApprovalState | 'all';
}

export class ImpactView {
  @Amount() readonly bac!: number;
  @CurrencyCode() readonly currency!: string;
  @Instant({ optional: true }) readonly start?: string;
  @Instant({ optional: true }) readonly finish?: string;
  @Count() readonly activities!: number;
}

export class ApprovalView {
  @Id() readonly approvalId!: string;
  @Id() readonly engagementId!: string;
  @Code() readonly kind!: string;
  @Id() readonly subject!: string;
  @Id({ optional: true }) readonly planId?: string;
  @Code() readonly contentHash!: string;
  @Nested(() => ImpactView) readonly impact!: ImpactView;
  /** What happens when nobody decides. */
  @Code() readonly defaultOutcome!: string;
  @Instant({ optional: true }) readonly due?: string;
  @Flag() readonly overdue!: boolean;
  @Text(100) readonly requestedBy!: string;
  @Instant() readonly requestedAt!: string;
  /** From the request to the point, or to the answer. */
  @Minutes() readonly ageMinutes!: number;
  /** Who decides, where it was handed on. */
  @Id({ optional: true }) readonly delegatedTo?: string;
  @OneOf(...APPROVAL_STATES) readonly state!: ApprovalState;
  @Instant({ optional: true }) readonly decidedAt?: string;
  @Text(200, { optional: true }) readonly decidedBy?: string;
  /** Why, in the words of whoever decided. */
  @Text(500, { optional: true }) readonly reason?: string;
}

/** With what somebody who decides wants to know besides. */
export class ApprovalInContext extends ApprovalView {
  @Code({ optional: true }) readonly engagementCode?: string;
  @Text(200, { optional: true }) readonly engagementTitle?: string;
  @Text(200, { optional: true }) readonly clientName?: string;
  @Text(300, { optional: true }) readonly planTitle?: string;
  /** The approved baseline that rules until a yes: what changes is the difference to it. Absent for a first one. */
  @Nested(() => ImpactView, { optional: true }) readonly before?: ImpactView;
}

export class DecisionInboxView extends AtPoint {
  @ListOf(() => ApprovalInContext, { max: 200 }) readonly items!: readonly ApprovalInContext[];
  @Text(500, { optional: true }) readonly next?: string;
}
