import type { ClockKind, ReopenMode, Severity, SlaClockRecalculated, WaitingReason } from '@bw/contracts-risk';
import type { Instant } from '@bw/kernel';
import type { ClockHistory, FiredTimer } from '@bw/sla-engine';

/** What a service level promises about one kind of clock. */
export interface ClockPromise {
  readonly targetMinutes: number;
  /** Without one every minute counts. */
  readonly calendar?: CalendarVersion;
  readonly warnAtBp: readonly number[];
  readonly reopen: ReopenMode;
}

export interface CalendarVersion {
  readonly calendarId: string;
  readonly version: number;
}

export interface ClockIdentity {
  readonly clockId: string;
  readonly issueId: string;
  readonly engagementId: string;
  readonly clock: ClockKind;
}

export type ClockState = { readonly status: 'none' } | KnownClock;

/** Nothing is counted here: the history is what a reading is made of. */
export interface KnownClock extends ClockIdentity {
  readonly status: 'running' | 'paused' | 'stopped' | 'cancelled';
  readonly severity: Severity;
  readonly promise: ClockPromise;
  readonly history: ClockHistory;
  /** Which cycle, and what was told in it. */
  readonly cycle: number;
  readonly fired: readonly FiredTimer[];
  /** When the present stretch began: the start, or the last reopening. */
  readonly runsSince: Instant;
  readonly pausedFor?: WaitingReason;
}

export type Because = SlaClockRecalculated['because'];

const ALWAYS = 'always';

/** The name by which a history's policies call a calendar. */
export function calendarKey(calendar: CalendarVersion | undefined): string {
  return calendar ? `${calendar.calendarId}@${calendar.version}` : ALWAYS;
}

/** The calendar that a key stands for; none for `always`. */
export function calendarOf(key: string): CalendarVersion | undefined {
  const [calendarId, version] = key.split('@');
  return calendarId && version ? { calendarId, version: Number(version) } : undefined;
}
