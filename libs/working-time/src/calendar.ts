import type { CivilDay, Zone } from '@bw/kernel';

/** Whole minutes since 1970 UTC: the only time that engines calculate with. */
export type Minute = number;

/** Working calendar as people agree on it: local civil times of one zone. Field for field as in `scheduling.CalendarPublished`. */
export interface CalendarDefinition {
  readonly zone: Zone;
  readonly shifts: readonly WeeklyShift[];
  readonly exceptions: readonly CalendarException[];
  /** Days without shifts of their own. Only public holidays belong here: observances are working days (CL1). */
  readonly holidays: readonly CivilDay[];
}

/** `to` at or before `from` means the next day; `24:00` is the end of the day. */
export interface Shift {
  readonly from: string;
  readonly to: string;
}

export interface WeeklyShift extends Shift {
  /** 1 is Monday, 7 is Sunday: the day on which the shift starts. */
  readonly weekday: number;
}

/** Replaces the shifts of every day from `from` to `to`, both included; without shifts these days are free. */
export interface CalendarException {
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly shifts: readonly Shift[];
}

/** Half-open: `from` is worked, `to` is not. */
export interface Interval {
  readonly from: Minute;
  readonly to: Minute;
}

/**
 * Which of the instants that stand after the same amount of work is meant: a finish is the earliest of them (Friday
 * 17:00), a start is the last, the next minute in which work is done (Monday 09:00).
 */
export type Boundary = 'start' | 'finish';

/** A calendar made ready for calculation. Two calendars with the same `key` give the same answers. */
export interface WorkingCalendar {
  /** Canonical text of the definition and the time zone rules: what a hash of inputs takes in. */
  readonly key: string;
  readonly zone: Zone;
  /** Version of the time zone rules the answers rest on. */
  readonly tzVersion: string;
  /** Working minutes from `from` to `to`; negative where `to` is earlier. */
  workBetween(from: Minute, to: Minute): number;
  /** The instant after `minutes` more of work (less, where negative), read as a finish unless told otherwise. */
  addWork(from: Minute, minutes: number, boundary?: Boundary): Minute;
  /** `at`, or where that is not a working minute, the next one. */
  next(at: Minute): Minute;
  /** `at`, or where no work is done right before it, the last end of work before. */
  previous(at: Minute): Minute;
  /** Whether work is done in the minute that begins at `at`. */
  isWorking(at: Minute): boolean;
  /** The stretches of work that touch the span, cut to it. */
  intervals(from: Minute, to: Minute): readonly Interval[];
}

/** A way in which a definition cannot be used, with the place in it. */
export interface CalendarProblem {
  readonly code:
    | 'UNKNOWN_ZONE'
    | 'BAD_DAY'
    | 'BAD_TIME'
    | 'BAD_WEEKDAY'
    | 'OVERLAPPING_SHIFTS'
    | 'OVERLAPPING_EXCEPTIONS'
    | 'NO_WORKING_TIME';
  /** JSON pointer into the definition. */
  readonly pointer: string;
  readonly detail: string;
}
