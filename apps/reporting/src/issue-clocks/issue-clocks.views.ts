import {
  BasisPoints,
  Code,
  Count,
  Flag,
  Id,
  Instant,
  ListOf,
  Minutes,
  Nested,
  OneOf,
  SignedMinutes,
  Text,
} from '@bw/contracts-base';
import { AtPoint } from '../reading/point.ts';

export const ISSUE_STATES = ['open', 'acknowledged', 'waiting', 'resolved', 'verified', 'cancelled'] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

export class ClockView {
  @Id() readonly clockId!: string;
  @Code() readonly clock!: string;
  /** running, paused, breached, breached-paused, met, met-late or cancelled. */
  @Code() readonly state!: string;
  @Minutes() readonly targetMinutes!: number;
  /** Working minutes that counted up to the point. */
  @Minutes() readonly elapsedMinutes!: number;
  @Minutes() readonly pausedMinutes!: number;
  /** Below zero once over the target. */
  @SignedMinutes() readonly remainingMinutes!: number;
  /** Absent while paused: nobody knows for how long. */
  @Instant({ optional: true }) readonly due?: string;
  @Instant({ optional: true }) readonly breachedAt?: string;
  @Instant({ optional: true }) readonly stoppedAt?: string;
  @Count() readonly cycle!: number;
  /** The points at which somebody is warned, as shares of the target. */
  @ListOf(BasisPoints({ max: 1_000_000 }), { max: 20 }) readonly warnAtBp!: readonly number[];
  /** The calendar whose hours count; absent where every minute does. */
  @Id({ optional: true }) readonly calendarId?: string;
  /** The highest warning point that was told, as a share of the target. */
  @BasisPoints({ optional: true, max: 1_000_000 }) readonly warnedBp?: number;
}

/** A level that a ladder reached: who was told, or why nobody could be. */
export class EscalationStepView {
  @Count() readonly level!: number;
  @Code() readonly role!: string;
  @Instant() readonly at!: string;
  @Flag() readonly reached!: boolean;
}

export class EscalationView {
  @Id() readonly escalationId!: string;
  @Count() readonly level!: number;
  @Code({ optional: true }) readonly role?: string;
  @OneOf('raised', 'acknowledged', 'resolved') readonly state!: 'raised' | 'acknowledged' | 'resolved';
  @Instant() readonly since!: string;
  /** From the first level up. */
  @ListOf(() => EscalationStepView, { max: 200 }) readonly steps!: readonly EscalationStepView[];
}

export class IssueOriginView {
  @Code() readonly kind!: string;
  @Code({ optional: true }) readonly kpi?: string;
  @Id({ optional: true }) readonly measurement?: string;
  @Id({ optional: true }) readonly riskId?: string;
}

export class IssueView {
  @Id() readonly issueId!: string;
  @Count() readonly severity!: number;
  @Text(200) readonly title!: string;
  @Nested(() => IssueOriginView) readonly origin!: IssueOriginView;
  @OneOf(...ISSUE_STATES) readonly state!: IssueState;
  @Instant() readonly raisedAt!: string;
  @Instant() readonly since!: string;
  @Code({ optional: true }) readonly waitingFor?: string;
  @Id({ optional: true }) readonly assignee?: string;
  @Flag() readonly reopened!: boolean;
  @ListOf(() => ClockView, { max: 20 }) readonly clocks!: readonly ClockView[];
  @ListOf(() => EscalationView, { max: 100 }) readonly escalations!: readonly EscalationView[];
}

export class IssueClocksView extends AtPoint {
  @ListOf(() => IssueView, { max: 200 }) readonly items!: readonly IssueView[];
  @Text(500, { optional: true }) readonly next?: string;
}
