import {
  Amount,
  CurrencyCode,
  EventContract,
  type Fact,
  Id,
  Instant,
  ListOf,
  Minutes,
  OneOf,
  Text,
} from '@bw/contracts-base';

/** What can be odd about a report of progress or cost. */
export const progressWarnings = [
  'after-data-date',
  'start-after-status-date',
  'finish-after-status-date',
  'finish-before-start',
  'complete-with-remaining',
  'more-done-than-time-passed',
  'less-done-than-before',
  'done-without-start',
  'reopened',
] as const;
export type ProgressWarningCode = (typeof progressWarnings)[number];

/** What is odd about a fact that was nevertheless accepted. */
export class ProgressWarning {
  @OneOf(...progressWarnings) readonly code!: ProgressWarningCode;
  @Text(300) readonly detail!: string;
}

/** Progress of one activity at its status date, kept as reported. */
export class ProgressRecordedBase {
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly activityId!: string;
  @Instant() readonly statusDate!: string;
  @Instant({ optional: true }) readonly actualStart?: string;
  @Minutes() readonly actualDuration!: number;
  @Minutes() readonly remainingDuration!: number;
  @Instant({ optional: true }) readonly actualFinish?: string;
  @ListOf(() => ProgressWarning, { max: 20 }) readonly warnings!: readonly ProgressWarning[];
}

@EventContract({
  type: 'scheduling.ProgressRecorded',
  version: 1,
  about: 'Progress of an activity was reported; effective is the status date.',
})
export class ProgressRecorded extends ProgressRecordedBase {}

@EventContract({
  type: 'scheduling.ProgressCorrected',
  version: 1,
  about: 'An earlier progress report was set right; `corrects` names it.',
})
export class ProgressCorrected extends ProgressRecordedBase {}

@EventContract({ type: 'scheduling.ActivityStarted', version: 1, about: 'An activity’s first progress was reported.' })
export class ActivityStarted {
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly activityId!: string;
  @Instant() readonly startedAt!: string;
}

@EventContract({ type: 'scheduling.ActivityCompleted', version: 1, about: 'An activity was reported complete.' })
export class ActivityCompleted {
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly activityId!: string;
  /** As reported; absent where only "nothing remains" was reported. */
  @Instant({ optional: true }) readonly finishedAt?: string;
}

@EventContract({
  type: 'scheduling.ActualCostRecorded',
  version: 1,
  about: 'Cost of an activity, a difference: amounts add up. A correction names in `corrects` the event it replaces.',
})
export class ActualCostRecorded {
  @Id() readonly costId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly activityId!: string;
  /** Minor units; negative for a credit. */
  @Amount() readonly amount!: number;
  @CurrencyCode() readonly currency!: string;
  /** `project`: cost of the client’s project. `provider`: what the work costs the provider; no client sees it. */
  @OneOf('project', 'provider') readonly basis!: 'project' | 'provider';
  /** What was odd about it and nevertheless accepted (historic imports only). */
  @ListOf(() => ProgressWarning, { max: 20, optional: true }) readonly warnings?: readonly ProgressWarning[];
}

@EventContract({
  type: 'scheduling.DataDateAdvanced',
  version: 1,
  about: 'The date up to which a plan’s actuals are known moved; effective is the new date.',
})
export class DataDateAdvanced {
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Instant() readonly dataDate!: string;
}

export type ProgressFact =
  | Fact<'scheduling.ProgressRecorded', ProgressRecorded>
  | Fact<'scheduling.ProgressCorrected', ProgressCorrected>
  | Fact<'scheduling.ActivityStarted', ActivityStarted>
  | Fact<'scheduling.ActivityCompleted', ActivityCompleted>;

export type ActualCostFact = Fact<'scheduling.ActualCostRecorded', ActualCostRecorded>;

export type DataDateFact = Fact<'scheduling.DataDateAdvanced', DataDateAdvanced>;
