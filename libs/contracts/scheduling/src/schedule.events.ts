import {
  Code,
  Count,
  EventContract,
  type Fact,
  Flag,
  Hash,
  Id,
  Instant,
  ListOf,
  OneOf,
  SignedMinutes,
  Text,
} from '@bw/contracts-base';

/** Dates of one activity as a schedule run calculated them. */
export class ScheduleLine {
  @Id() readonly activityId!: string;
  @Instant() readonly earlyStart!: string;
  @Instant() readonly earlyFinish!: string;
  @Instant() readonly lateStart!: string;
  @Instant() readonly lateFinish!: string;
  /** Working minutes on the activity’s own calendar. */
  @SignedMinutes() readonly totalFloat!: number;
  @SignedMinutes() readonly freeFloat!: number;
  @Flag() readonly critical!: boolean;
}

@EventContract({
  type: 'scheduling.ScheduleRequested',
  version: 1,
  about: 'A calculation of a plan’s schedule was asked for.',
})
export class ScheduleRequested {
  @Id() readonly runId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  /** By a person, or by a change of plan, progress, cost, data date or calendar. */
  @OneOf('person', 'change') readonly cause!: 'person' | 'change';
}

@EventContract({
  type: 'scheduling.ScheduleCalculated',
  version: 1,
  about: 'A plan’s schedule was calculated; its dates follow in ScheduleDatesCalculated.',
})
export class ScheduleCalculated {
  @Id() readonly runId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Count() readonly planVersion!: number;
  @Instant() readonly dataDate!: string;
  /** Over everything the engine was given. */
  @Hash() readonly inputHash!: string;
  /** Over all dates and floats. */
  @Hash() readonly resultHash!: string;
  @Count({ min: 1 }) readonly engineVersion!: number;
  /** Of the time-zone database that the calendars were counted with. */
  @Code() readonly zoneDataVersion!: string;
  @Instant() readonly finish!: string;
  @Count() readonly activities!: number;
  @Count() readonly critical!: number;
}

@EventContract({
  type: 'scheduling.ScheduleDatesCalculated',
  version: 1,
  about: 'Part of a schedule run: the dates of up to 500 activities.',
})
export class ScheduleDatesCalculated {
  @Id() readonly runId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @ListOf(() => ScheduleLine, { max: 500 }) readonly lines!: readonly ScheduleLine[];
}

@EventContract({ type: 'scheduling.ScheduleFailed', version: 1, about: 'A plan’s schedule could not be calculated.' })
export class ScheduleFailed {
  @Id() readonly runId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @Code() readonly cause!: string;
  @Text(1_000) readonly detail!: string;
}

@EventContract({
  type: 'scheduling.ForecastFinishChanged',
  version: 1,
  about: 'The calculated finish of a plan moved.',
})
export class ForecastFinishChanged {
  @Id() readonly runId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  /** Absent with the first run. */
  @Instant({ optional: true }) readonly from?: string;
  @Instant() readonly to!: string;
}

@EventContract({ type: 'scheduling.CriticalPathChanged', version: 1, about: 'Which activities are critical changed.' })
export class CriticalPathChanged {
  @Id() readonly runId!: string;
  @Id() readonly planId!: string;
  @Id() readonly engagementId!: string;
  @ListOf(Id(), { max: 10_000 }) readonly entered!: readonly string[];
  @ListOf(Id(), { max: 10_000 }) readonly left!: readonly string[];
}

export type ScheduleRunFact =
  | Fact<'scheduling.ScheduleRequested', ScheduleRequested>
  | Fact<'scheduling.ScheduleCalculated', ScheduleCalculated>
  | Fact<'scheduling.ScheduleDatesCalculated', ScheduleDatesCalculated>
  | Fact<'scheduling.ScheduleFailed', ScheduleFailed>
  | Fact<'scheduling.ForecastFinishChanged', ForecastFinishChanged>
  | Fact<'scheduling.CriticalPathChanged', CriticalPathChanged>;
