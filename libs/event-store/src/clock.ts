import type { Instant } from '@bw/kernel';

/** The one clock of an installation: recorded times, timers and the default `asOf` come from here. */
export abstract class Clock {
  abstract readonly mode: 'wall' | 'replay';
  abstract now(): Instant;
}
