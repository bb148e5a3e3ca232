import type { Calendars, ClockHistory, ClockReading, ReadAt } from './clock.ts';

/** The clock as it stands at `read.at`, by what was recorded by `read.knownAt`. */
export function clockAt(history: ClockHistory, calendars: Calendars, read: ReadAt): ClockReading {
  throw new Error(`no reading yet of ${history.events.length} events with ${calendars.size} calendars at ${read.at}`);
}
