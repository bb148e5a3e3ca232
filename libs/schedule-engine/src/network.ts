import type { Minute, WorkingCalendar } from '@bw/working-time';

/** What a schedule run calculates with: plain data, in any order. Instants are minutes since 1970 UTC (`minuteOf`). */
export interface Network {
  readonly projectStart: Minute;
  /** Up to here work is known; nothing that is left to do lies before it. */
  readonly dataDate?: Minute;
  /** The project has to be finished by then: late dates count from it, so floats may become negative. */
  readonly mustFinish?: Minute;
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  /** Rules for activities without a calendar of their own, and for lags on the project's calendar. */
  readonly projectCalendar: string;
  readonly activities: readonly NetworkActivity[];
  readonly links: readonly NetworkLink[];
}

export type ActivityType = 'task' | 'start-milestone' | 'finish-milestone' | 'level-of-effort' | 'summary';

export interface NetworkActivity {
  readonly id: string;
  readonly type: ActivityType;
  /** Working minutes on its own calendar. */
  readonly duration: number;
  readonly calendar?: string;
  /** Summary above this one; summaries span what lies below them and take no part in the passes. */
  readonly parent?: string;
  readonly actualStart?: Minute;
  readonly actualFinish?: Minute;
  /** Working minutes still to do once started; the whole duration where absent. */
  readonly remaining?: number;
  /** A suspended activity goes on at this instant, not before. */
  readonly resume?: Minute;
  readonly constraints?: readonly Constraint[];
}

export type ConstraintType =
  | 'ASAP'
  | 'ALAP'
  | 'SNET'
  | 'SNLT'
  | 'FNET'
  | 'FNLT'
  | 'MSO'
  | 'MFO'
  | 'mandatory-start'
  | 'mandatory-finish'
  | 'expected-finish';

/**
 * `MSO` and `MFO` (must start, must finish on) hold as far as the logic allows; the mandatory ones override the logic.
 * An expected finish sets the remaining duration so that the activity ends then. `ASAP` and `ALAP` need no instant.
 */
export interface Constraint {
  readonly type: ConstraintType;
  readonly at?: Minute;
}

export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';
export type LagCalendar = 'predecessor' | 'successor' | 'project' | '24h';

export interface NetworkLink {
  readonly id: string;
  readonly predecessor: string;
  readonly successor: string;
  readonly type: LinkType;
  /** Minutes on the lag calendar; negative is a lead. */
  readonly lag: number;
  readonly lagCalendar?: LagCalendar;
}

export interface ScheduleOptions {
  /** How logic treats work done out of sequence. */
  readonly progress: 'retained-logic' | 'progress-override' | 'actual-dates';
  /** Of links that name none. */
  readonly lagCalendar: LagCalendar;
  readonly totalFloat: 'finish' | 'start' | 'smaller';
  /** Critical is what has this total float (working minutes) or less, or what lies on the longest path. */
  readonly critical: { readonly by: 'float'; readonly threshold: number } | { readonly by: 'longest-path' };
}
