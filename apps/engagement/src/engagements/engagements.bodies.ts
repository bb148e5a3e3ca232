import { Code, Count, Flag, Hash, Id, ListOf, Nested, OneOf, Optional, Picked, Without } from '@bw/contracts-base';
import {
  ChecklistItem,
  EngagementSuspended,
  EngagementTerminated,
  EnquiryOpened,
  INTAKE_CONCERNS,
  type IntakeConcern,
  IntakeStatement,
  IntakeWarning,
  TransitionItemCompleted,
} from '@bw/contracts-engagement';
import type { EngagementStatus } from './engagement.ts';

const STATUSES = [
  'enquiry',
  'intake',
  'proposed',
  'agreed',
  'transition',
  'active',
  'suspended',
  'exiting',
  'closed',
  'declined',
  'withdrawn',
  'terminated',
] as const satisfies readonly EngagementStatus[];

export class OpenEnquiryBody extends Without(EnquiryOpened, 'engagementId') {}
export class SuspendBody extends Picked(EngagementSuspended, 'reason', 'billableWork') {}
export class ReasonBody extends Picked(EngagementTerminated, 'reason') {}
export class EvidenceBody extends Picked(TransitionItemCompleted, 'evidence') {}

export class EngagementQuery {
  @Optional() @OneOf(...STATUSES) readonly status?: EngagementStatus;
  @Id({ optional: true }) readonly client?: string;
}

/** A line of the list. */
export class EngagementLineView extends EnquiryOpened {
  @OneOf(...STATUSES) readonly status!: EngagementStatus;
  @Count() readonly version!: number;
}

class IntakeItemView {
  @Id() readonly itemId!: string;
  @Nested(() => IntakeStatement) readonly statement!: IntakeStatement;
  @OneOf('raised', 'clarified', 'agreed', 'rejected') readonly status!: 'raised' | 'clarified' | 'agreed' | 'rejected';
  /** As it stands among the others now. */
  @ListOf(() => IntakeWarning, { max: 100 }) readonly warnings!: readonly IntakeWarning[];
  @ListOf(OneOf(...INTAKE_CONCERNS), { max: 10 }) readonly waived!: readonly IntakeConcern[];
}

class CheckedView extends ChecklistItem {
  @Flag() readonly done!: boolean;
}

class BaselineView {
  @Id() readonly planId!: string;
  @Id() readonly baselineId!: string;
}

export class EngagementView extends EngagementLineView {
  @ListOf(() => IntakeItemView, { max: 5000 }) readonly items!: readonly IntakeItemView[];
  @ListOf(() => CheckedView, { max: 100 }) readonly transition!: readonly CheckedView[];
  @ListOf(() => CheckedView, { max: 100 }) readonly exit!: readonly CheckedView[];
  /** What both parties signed when the gate last passed. */
  @Hash({ optional: true }) readonly agreedHash?: string;
  /** What changed since. */
  @ListOf(Code({ max: 80 }), { max: 5000 }) readonly reopened!: readonly string[];
  @Nested(() => BaselineView, { optional: true }) readonly baseline?: BaselineView;
}
