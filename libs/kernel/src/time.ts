/** A point in time, UTC, to the millisecond: `2026-03-29T07:00:00.000Z`. Texts of this one form sort like the times. */
export type Instant = string;

/** A day of the calendar, `2026-03-29`; only a zone makes it a stretch of time. */
export type CivilDay = string;

/** IANA name of a time zone, `Europe/Warsaw`. */
export type Zone = string;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && INSTANT.test(value) && toInstant(Date.parse(value)) === value;
}

/** Refuses days that no calendar has, such as `2026-02-30`. */
export function isCivilDay(value: unknown): value is CivilDay {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00.000Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
}

/** Milliseconds since 1970 as an instant; empty for what is no time at all. */
export function toInstant(milliseconds: number): Instant {
  return Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : '';
}

/**
 * When a fact counts in the business: always an instant, and where it was given as a civil day, that day and its zone
 * too. A day is resolved to its instant once, when it enters (spec: both are stored).
 */
export interface Effective {
  readonly at: Instant;
  readonly day?: CivilDay;
  readonly zone?: Zone;
}
