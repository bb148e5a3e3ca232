/**
 * The reading side: facts with two times, folded from events, and the one mechanism that reads them at a point of both.
 */
export type { DecisionFact, FactProjection, FlowFact, Json, LevelFact, ProjectedFact } from './facts.ts';
export {
  type Cut,
  type FlowSum,
  NotYet,
  type Point,
  type Reading,
  type Scope,
  type SeenDecision,
  type SeenFlow,
  type SeenLevel,
  TwoTimes,
  type Wanted,
  type Which,
} from './reading.ts';
