/**
 * The reading side: facts with two times, folded from events, and the one mechanism that reads them at a point of both.
 */
export { decodeCut, encodeCut, UnreadableCut } from './cut.ts';
export { type FactHandlers, factProjection } from './fact-projection.ts';
export { FactStore, type FactStoreOptions } from './fact-store.ts';
export type { DecisionFact, FactProjection, FlowFact, Json, LevelFact, ProjectedFact } from './facts.ts';
export { TIMELESS } from './facts.ts';
export { FlowHistories, LevelHistories } from './history.ts';
export { joinLineages, type LineageHash, lineageHash, lineageOf, lineageText } from './lineage.ts';
export type { CompleteLog, LeftOut } from './watermark.ts';
export { projectionsMigrations } from './migrations.ts';
export { LIVE as LIVE_FACTS } from './tables.ts';
export { UnreadableCursor } from './pg-reading.ts';
export { PgTwoTimes, type PgTwoTimesOptions } from './pg-two-times.ts';
export {
  type ChangedFlow,
  type ChangedLevel,
  type Cut,
  type FlowPage,
  type FlowSum,
  type GroupedBy,
  type Kinds,
  type Measures,
  NotYet,
  type Point,
  type Reading,
  type Restatement,
  type Scope,
  type SeenDecision,
  type SeenFlow,
  type SeenLevel,
  TwoTimes,
  UnclearPoint,
  type Wanted,
  type Which,
} from './reading.ts';
export { type FactHashes, factHashes, type OwnerSql, promote, rebuild, type RebuildOptions } from './rebuild.ts';
export { defaultSettings, type FactSettings } from './settings.ts';
export { type Source, Sources } from './sources.ts';
export type { Sql } from './sql.ts';
