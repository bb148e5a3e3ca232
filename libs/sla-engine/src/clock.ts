import type { Instant } from '@bw/kernel';
import type { WorkingCalendar } from '@bw/working-time';

/** All that is known of one service-level clock. Nothing else goes into a reading. */
export interface ClockHistory {
  readonly terms: ClockTerms;
  /** Policies and calendar corrections, in the order they were recorded. The first has to be there before the start. */
  readonly policies: readonly ClockPolicy[];
  /** In the order they were recorded. */
  readonly events: readonly ClockEvent[];
}

/** What was agreed about this clock beside its target. */
export interface ClockTerms {
  /** Warning points as shares of the target in basis points, for instance 5000, 7500, 9000. */
  readonly warnBp: readonly number[];
  /** Working minutes between reminders after a breach; none where absent. */
  readonly reminderEveryMinutes?: number;
  readonly pauseReasons: readonly string[];
  /** A pause ends by itself after so many working minutes. */
  readonly maxPauseMinutes?: number;
  readonly reopen: 'continue' | 'restart';
  /** How far back a stop may be dated, in plain minutes. */
  readonly backdateMinutes: number;
}

/**
 * A `policy` rules clocks that are open when it is recorded, over their whole life; a `calendar-correction` restates
 * closed ones too (CL9, CL10). `calendar` is looked up in the calendars of the reading.
 */
export interface ClockPolicy {
  readonly kind: 'policy' | 'calendar-correction';
  readonly recorded: Instant;
  readonly targetMinutes: number;
  readonly calendar: string;
}

export interface ClockEvent {
  readonly id: string;
  readonly type: 'start' | 'pause' | 'resume' | 'stop' | 'cancel' | 'reopen';
  /** When it counts. Only a stop may lie before `recorded`. */
  readonly at: Instant;
  /** When it was taken: the time of the command, so that only what was meant to be backdated counts as such. */
  readonly recorded: Instant;
  /** Of a pause and its resume; of a backdated stop. */
  readonly reason?: string;
  /** Of a pause: one the client does not know of does not count. */
  readonly clientNotified?: boolean;
}

export type ClockState =
  'none' | 'running' | 'paused' | 'breached' | 'breached-paused' | 'met' | 'met-late' | 'cancelled';

/** One timer that fired: `WARN` with its share of the target, `BREACH`, or the n-th `REMINDER` after it. */
export interface FiredTimer {
  readonly timer: TimerKind;
  readonly at: Instant;
}

export type TimerKind =
  | { readonly kind: 'WARN'; readonly pointBp: number }
  | { readonly kind: 'BREACH' }
  | { readonly kind: 'REMINDER'; readonly number: number };

/** The clock as it stands at an instant, by what was known at another. */
export interface ClockReading {
  readonly state: ClockState;
  /** 1, and one more with every reopening that restarts. */
  readonly cycle: number;
  readonly targetMinutes: number;
  readonly elapsedMinutes: number;
  readonly pausedMinutes: number;
  /** Below zero once over the target. */
  readonly remainingMinutes: number;
  /** Absent while paused with minutes left, and when cancelled (CL4). */
  readonly due?: Instant;
  /** What really fired in this cycle, under the knowledge of its time; never unsent (CL11). */
  readonly fired: readonly FiredTimer[];
  /** The instant from which the clock counts as breached, by present knowledge. */
  readonly breachedAt?: Instant;
  /** When it was stopped. */
  readonly stoppedAt?: Instant;
  readonly previousCycles: readonly PreviousCycle[];
  /** The next timer by present knowledge, if nothing happens before: what to set a durable timer for. */
  readonly nextTimer?: FiredTimer;
  readonly refused: readonly RefusedEvent[];
}

export interface PreviousCycle {
  readonly cycle: number;
  readonly state: ClockState;
  readonly elapsedMinutes: number;
}

export type ClockRefusal =
  | 'PAUSE_REASON_NOT_ALLOWED'
  | 'CLIENT_NOT_NOTIFIED'
  | 'BACKDATE_TOO_FAR'
  | 'BACKDATE_REASON_MISSING'
  | 'NOT_OPEN'
  | 'NOT_STOPPED';

export interface RefusedEvent {
  readonly event: string;
  readonly code: ClockRefusal;
}

export interface ReadAt {
  readonly at: Instant;
  /** Only what was recorded by then counts; `at` where absent. */
  readonly knownAt?: Instant;
}

/** Calendars by the ids that policies name. */
export type Calendars = ReadonlyMap<string, WorkingCalendar>;
