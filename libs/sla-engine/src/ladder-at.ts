import type { Instant } from '@bw/kernel';
import type { Calendars } from './clock.ts';
import type { Ladder, LadderReading } from './ladder.ts';

/** The levels that have fired by `at`, and the next one. `receivers` holds the working hours by receiver. */
export function ladderAt(ladder: Ladder, receivers: Calendars, at: Instant): LadderReading {
  throw new Error(`no ladder yet of ${ladder.levels.length} with ${receivers.size} at ${at}`);
}
