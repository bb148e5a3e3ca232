import { type Instant, toInstant } from '@bw/kernel';
import type { Minute } from './calendar.ts';

const MILLISECONDS = 60_000;

/** The minute an instant lies in; seconds are dropped. */
export function minuteOf(instant: Instant): Minute {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new Error(`"${instant}" is no instant: give UTC as 2026-03-29T07:00:00.000Z`);
  return Math.floor(milliseconds / MILLISECONDS);
}

export function instantOf(minute: Minute): Instant {
  return toInstant(minute * MILLISECONDS);
}
