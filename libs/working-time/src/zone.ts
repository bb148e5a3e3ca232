import type { CivilDay, Instant, Zone } from '@bw/kernel';
import { Temporal } from 'temporal-polyfill';
import type { Minute } from './calendar.ts';
import { instantOf, minuteOf } from './minute.ts';

const DAY = 1440;
const MILLISECONDS = 60_000;
const EPOCH_WEEKDAY = 4; // 1970-01-01 was a Thursday

/** Version of the time zone rules that the runtime brings, recorded with every calculation. */
// oxlint-disable-next-line no-restricted-globals -- a constant of the runtime, and recorded: no hidden input
export const tzVersion: string = process.versions.tz ?? 'unknown';

export function isZone(value: unknown): value is Zone {
  if (typeof value !== 'string' || value === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The clock of a zone between two years: `since[i]` is the UTC minute from which `offset[i]` (minutes east of UTC)
 * counts. The first counts for all time before. Offsets with seconds, last used in 1972, lose them.
 */
export interface ZoneClock {
  readonly since: readonly Minute[];
  readonly offset: readonly number[];
}

/** All offset changes of the zone that matter for local days from `fromDay` to before `toDay` (days since 1970). */
export function zoneClock(zone: Zone, fromDay: number, toDay: number): ZoneClock {
  const until = (toDay + 2) * DAY;
  let at = Temporal.Instant.fromEpochMilliseconds((fromDay - 2) * DAY * MILLISECONDS).toZonedDateTimeISO(zone);
  const since = [Number.NEGATIVE_INFINITY];
  const offset = [offsetOf(at)];
  for (;;) {
    const change = at.getTimeZoneTransition('next');
    const minute = change ? change.epochMilliseconds / MILLISECONDS : until;
    if (!change || minute >= until) return { since, offset };
    if (offsetOf(change) !== offset.at(-1)) {
      since.push(minute);
      offset.push(offsetOf(change));
    }
    at = change;
  }
}

/**
 * First instant at which the zone's clock shows this local time or later (CL2): a time that a forward jump skips moves
 * to the end of the gap, a repeated one is the earlier. Local times are minutes since local 1970-01-01 00:00. `from` is
 * a segment known to lie at or before the answer.
 */
export function firstInstantShowing(local: number, clock: ZoneClock, from = 0): Minute {
  const segment = segmentShowing(local, clock, from);
  return Math.max(clock.since[segment] ?? 0, local - (clock.offset[segment] ?? 0));
}

/** Index of the stretch between two changes in which the clock first shows this local time or later. */
export function segmentShowing(local: number, { since, offset }: ZoneClock, from = 0): number {
  let segment = from;
  while ((since[segment + 1] ?? Number.POSITIVE_INFINITY) + (offset[segment] ?? 0) <= local) segment += 1;
  return segment;
}

/** The instant at which the civil day begins in the zone: where midnight is skipped, the end of the gap. */
export function instantOfDay(day: CivilDay, zone: Zone): Instant {
  const number = dayNumber(day);
  return instantOf(firstInstantShowing(number * DAY, zoneClock(zone, number, number + 1)));
}

/** The civil day that the zone's clock shows at the instant. */
export function civilDayOf(instant: Instant, zone: Zone): CivilDay {
  const minute = minuteOf(instant);
  const at = Temporal.Instant.fromEpochMilliseconds(minute * MILLISECONDS).toZonedDateTimeISO(zone);
  return dayText(Math.floor((minute + offsetOf(at)) / DAY));
}

export function nextDay(day: CivilDay, days = 1): CivilDay {
  return dayText(dayNumber(day) + days);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: CivilDay): number {
  return weekday(dayNumber(day));
}

/** Days since 1970-01-01. */
export function dayNumber(day: CivilDay): number {
  const milliseconds = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(milliseconds)) throw new Error(`"${day}" is no civil day: give it as 2026-03-29`);
  return milliseconds / (DAY * MILLISECONDS);
}

export function dayText(day: number): CivilDay {
  return new Date(day * DAY * MILLISECONDS).toISOString().slice(0, 10);
}

export function weekday(day: number): number {
  return ((((day + EPOCH_WEEKDAY - 1) % 7) + 7) % 7) + 1;
}

function offsetOf(at: Temporal.ZonedDateTime): number {
  return Math.round(at.offsetNanoseconds / 60_000_000_000);
}
