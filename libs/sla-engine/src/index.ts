/** Service-level clocks and escalation ladders as pure functions of their history. */
export {
  type Calendars,
  type ClockEvent,
  type ClockHistory,
  type ClockPolicy,
  type ClockReading,
  type ClockRefusal,
  type ClockState,
  type ClockTerms,
  type FiredTimer,
  type PreviousCycle,
  type ReadAt,
  type RefusedEvent,
  type TimerKind,
} from './clock.ts';
export { clockAt } from './clock-at.ts';
export {
  type ClockFigure,
  type CountedClock,
  meanTimeToResolve,
  percentile90,
  reopenRate,
  shareInTarget,
} from './clock-figures.ts';
export { type Ladder, type LadderLevel, type LadderReading, type LadderStep } from './ladder.ts';
export { ladderAt } from './ladder-at.ts';
