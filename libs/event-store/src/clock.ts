import type { Instant } from '@bw/kernel';

export type ClockMode = 'wall' | 'replay';

/** The one clock of an installation: recorded times, timers and the default `asOf` come from here. */
export abstract class Clock {
  abstract readonly mode: ClockMode;
  abstract now(): Instant;
}

/** The time on the wall, to the millisecond; within a process it never goes back, even where the machine's clock does. */
export class WallClock extends Clock {
  readonly mode = 'wall';
  #latest = 0;

  constructor(private readonly read: () => number = Date.now) {
    super();
  }

  override now(): Instant {
    this.#latest = Math.max(this.#latest, this.read());
    return new Date(this.#latest).toISOString();
  }
}
