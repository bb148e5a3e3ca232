import type { Instant } from '@bw/kernel';

/** A clock that stands still until a test moves it. Fits wherever a `Clock` is wanted. */
export class FixedClock {
  readonly mode: 'wall' | 'replay';
  #now: Instant;

  constructor(now: Instant = '2026-03-02T09:00:00.000Z', mode: 'wall' | 'replay' = 'wall') {
    this.#now = now;
    this.mode = mode;
  }

  now(): Instant {
    return this.#now;
  }

  set(to: Instant): void {
    this.#now = to;
  }

  /** Moves it forward. */
  advance(by: { readonly days?: number; readonly minutes?: number; readonly milliseconds?: number }): Instant {
    const minutes = (by.days ?? 0) * 24 * 60 + (by.minutes ?? 0);
    this.#now = new Date(Date.parse(this.#now) + minutes * 60_000 + (by.milliseconds ?? 0)).toISOString();
    return this.#now;
  }
}
