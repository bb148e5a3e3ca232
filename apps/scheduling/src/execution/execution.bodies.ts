import { Amount, CurrencyCode, Id, Instant, ListOf, OneOf, Optional, Picked, Text } from '@bw/contracts-base';
import { ActualCostRecorded, DataDateAdvanced, ProgressRecorded, ProgressWarning } from '@bw/contracts-scheduling';

export class ProgressBody extends Picked(
  ProgressRecorded,
  'planId',
  'statusDate',
  'actualStart',
  'actualDuration',
  'remainingDuration',
  'actualFinish',
) {
  /** Why less is done than was reported before. */
  @Text(500, { optional: true }) readonly reason?: string;
}

export class ProgressLine extends ProgressBody {
  @Id() readonly activityId!: string;
}

export class ProgressCorrectionBody extends ProgressBody {
  /** Id of the event to set right. */
  @Id() readonly corrects!: string;
  @Text(500) declare readonly reason: string;
}

/** `?policy=historic`: accept and flag what already happened elsewhere; people's own entry is strict. */
export class PolicyQuery {
  @Optional() @OneOf('strict', 'historic') readonly policy?: 'strict' | 'historic';
}

/** Cost as a difference: amounts add up. Without `effective` it counts from now (or as Bw-Effective says). */
export class CostBody extends Picked(ActualCostRecorded, 'planId', 'activityId', 'amount', 'currency', 'basis') {
  @Instant({ optional: true }) readonly effective?: string;
}

export class CostLine extends CostBody {
  @Id() readonly costId!: string;
}

/** The whole cost as it should have been; an amount of 0 takes it back. */
export class CostCorrectionBody extends CostBody {
  @Id() readonly corrects!: string;
  @Text(500) readonly reason!: string;
}

export class DataDateBody extends Picked(DataDateAdvanced, 'dataDate') {
  @Id({ optional: true }) readonly corrects?: string;
  @Text(500, { optional: true }) readonly reason?: string;
}

/** A report of progress with the event that brought it: what a correction names. */
export class ProgressReportView extends Picked(
  ProgressRecorded,
  'statusDate',
  'actualStart',
  'actualDuration',
  'remainingDuration',
  'actualFinish',
) {
  @Id() readonly eventId!: string;
  @Id({ optional: true }) readonly replacedBy?: string;
}

export class ProgressView {
  @Id() readonly activityId!: string;
  /** In the order in which they came. */
  @ListOf(() => ProgressReportView, { max: 10_000 }) readonly reports!: readonly ProgressReportView[];
}

export class CostView {
  @Id() readonly costId!: string;
  @Id() readonly activityId!: string;
  @Amount() readonly amount!: number;
  @CurrencyCode() readonly currency!: string;
  @OneOf('project', 'provider') readonly basis!: 'project' | 'provider';
  /** The event that says so: what a correction names. */
  @Id() readonly eventId!: string;
  @ListOf(() => ProgressWarning, { max: 20, optional: true }) readonly warnings?: readonly ProgressWarning[];
}
