/**
 * The facts of planning and execution: working calendars, plans, baselines, progress, cost and calculated schedules.
 */
import type { BaselineFact } from './baseline.events.ts';
import type { CalendarFact, HolidaySetFact } from './calendar.events.ts';
import type { ActualCostFact, DataDateFact, ProgressFact } from './execution.events.ts';
import type { PlanFact } from './plan.events.ts';
import type { ScheduleRunFact } from './schedule.events.ts';

export {
  BaselineApprovalMismatched,
  BaselineApproved,
  BaselineCaptured,
  type BaselineFact,
  BaselineLine,
  BaselineLinesCaptured,
  BaselineLink,
  BaselineRejected,
  BaselineSubmitted,
  BaselineSuperseded,
  BaselineTotals,
} from './baseline.events.ts';
export {
  CalendarDefined,
  CalendarException,
  CalendarExceptionsSet,
  type CalendarFact,
  CalendarPublished,
  DayShift,
  HolidayAdded,
  HolidayRemoved,
  type HolidaySetFact,
  HolidaySetPublished,
  HolidaySetReference,
  HolidaysReferenced,
  Shift,
  WeekSet,
} from './calendar.events.ts';
export {
  ActivityCompleted,
  ActivityStarted,
  type ActualCostFact,
  ActualCostRecorded,
  DataDateAdvanced,
  type DataDateFact,
  ProgressCorrected,
  type ProgressFact,
  ProgressRecorded,
  ProgressWarning,
  type ProgressWarningCode,
  progressWarnings,
} from './execution.events.ts';
export {
  ActivitiesLinked,
  ActivitiesUnlinked,
  ActivityAdded,
  ActivityChanged,
  ActivityMoved,
  ActivityRemoved,
  BudgetSet,
  ConstraintSet,
  DemandSet,
  EarningRuleSet,
  EstimateSet,
  LinkChanged,
  PlanCreated,
  type PlanFact,
  PlanImported,
  ResourceDefined,
  ScheduleOptionsSet,
} from './plan.events.ts';
export {
  type ActivityType,
  activityTypes,
  type ConstraintKind,
  constraintKinds,
  type EarningRule,
  earningRules,
  type LagCalendar,
  lagCalendars,
  type LinkType,
  linkTypes,
  type ProgressMode,
  progressModes,
  type ResourceKind,
  resourceKinds,
} from './plan.vocabulary.ts';
export {
  CriticalPathChanged,
  ForecastFinishChanged,
  ScheduleCalculated,
  ScheduleDatesCalculated,
  ScheduleFailed,
  ScheduleLine,
  ScheduleRequested,
  type ScheduleRunFact,
} from './schedule.events.ts';
export { schedulingContracts } from './scheduling.contracts.ts';
export { schedulingSamples } from './scheduling.samples.ts';

/** Whatever the scheduling service's log can hold. */
export type SchedulingFact =
  | CalendarFact
  | HolidaySetFact
  | PlanFact
  | BaselineFact
  | ProgressFact
  | ActualCostFact
  | DataDateFact
  | ScheduleRunFact;
