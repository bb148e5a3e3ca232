import type {
  BaselineCaptured,
  BaselineLine,
  CalendarPublished,
  PlanCreated,
  ProgressRecorded,
} from '@bw/contracts-scheduling';

/** Values of levels that the earned-value projection writes, by measure. */
export type PlanValue = Omit<PlanCreated, 'planId'>;
export type CalendarValue = Omit<CalendarPublished, 'calendarId'>;
export type BaselineValue = BaselineCaptured;
export type BaselineLineValue = Omit<BaselineLine, 'activityId'>;
export type ProgressValue = Pick<
  ProgressRecorded,
  'actualStart' | 'actualFinish' | 'actualDuration' | 'remainingDuration'
>;

/** Detail of decisions about a baseline. */
export interface BaselineDecision {
  readonly baselineId: string;
  readonly planId: string;
}
