/** Critical path method with precedence diagramming: dates, floats and the critical path of a network. Pure. */
export { findCycle } from './cycle.ts';
export { inputHash, resultHash } from './hash.ts';
export {
  type ActivityType,
  type Constraint,
  type ConstraintType,
  type LagCalendar,
  type LinkType,
  type Network,
  type NetworkActivity,
  type NetworkLink,
  type ScheduleOptions,
} from './network.ts';
export {
  type CycleStep,
  type NetworkProblem,
  type Schedule,
  type ScheduledActivity,
  type ScheduleOutcome,
  type ScheduleWarning,
} from './schedule.ts';
export { defaultOptions, engineVersion, schedule } from './scheduler.ts';
export { problemsOf } from './validation.ts';
