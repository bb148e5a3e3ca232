/**
 * A service's own memory: its event log, the running of commands against it, the clock that dates its events, and
 * alarms. Decisions stay pure; this is the shell around them.
 */
export {
  MAX_BATCH_BYTES,
  MAX_BATCH_COMMANDS,
  MAX_COMMAND_BYTES,
  MAX_COMMAND_EVENTS,
  MAX_WAITING_BYTES,
  MAX_WAITING_COMMANDS,
} from './append-limits.ts';
export { Clock, type ClockMode, WallClock } from './clock.ts';
export {
  CommandRefused,
  type CommandResult,
  Commands,
  type RunOptions,
  type StreamKind,
  type Target,
} from './commands.ts';
export {
  type Appended,
  type AppendRequest,
  CommandTooLarge,
  EventStore,
  type Expected,
  LogBusy,
  type LogHead,
  type NewEvent,
  VersionConflict,
} from './event-store.ts';
export { derivedId, eventId, newId } from './ids.ts';
export { MemoryEventStore } from './memory/memory-event-store.ts';
export { LOG_CHANNEL } from './postgres/append-many.sql.ts';
export { eventStoreMigrations } from './postgres/migrations.ts';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres-event-store.ts';
export { ClockRefused, type ClockWanted, openClock, REPLAY_BEGINS, ReplayClock } from './replay-clock.ts';
export { type FactContracts, StoreCommands, type StoreCommandsOptions } from './store-commands.ts';
export { type ChainLink, sealOf, type StreamProof } from './stream-proof.ts';
export { type ParkedTimer, type Timer, Timers } from './timers.ts';
export { MemoryTimers } from './timers/memory-timers.ts';
export { PostgresTimers } from './timers/postgres-timers.ts';
export { type TimersOptions } from './timers/shelved-timers.ts';
