/**
 * A service's own memory: its event log, the running of commands against it, the clock that dates its events, and
 * alarms. Decisions stay pure; this is the shell around them.
 */
export { Clock } from './clock.ts';
export { CommandRefused, type CommandResult, Commands, type RunOptions, type StreamKind, type Target } from './commands.ts';
export {
  type Appended,
  type AppendRequest,
  EventStore,
  type Expected,
  LogBusy,
  type LogHead,
  type NewEvent,
  VersionConflict,
} from './event-store.ts';
export { type Timer, Timers } from './timers.ts';
