import type { Instant } from '@bw/kernel';
import type { Pool } from 'pg';
import type { Notices } from './bus.ts';
import { sayFailure } from './failure.ts';

export interface LogSealOptions {
  readonly source: string;
  /** The service's own database, by the role that it runs as. */
  readonly pool: Pool;
  readonly clock: { now(): Instant };
  readonly notices: Notices;
  readonly everyMs?: number;
}

const EVERY_MS = 1_000;

/**
 * Seals a service's log once a second: what is appended later is recorded later. So readers learn that an idle log has
 * nothing newer, and a question "as known at that instant" has one answer for good. Every service that has a log runs one.
 */
export class LogSeal {
  private timer?: NodeJS.Timeout;
  private sealing: Promise<void> = Promise.resolve();
  private problem?: string;

  constructor(private readonly options: LogSealOptions) {}

  start(): void {
    this.timer ??= setInterval(() => {
      this.sealing = this.sealing.then(() => this.seal());
    }, this.options.everyMs ?? EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.sealing;
  }

  problems(): readonly string[] {
    return this.problem === undefined ? [] : [this.problem];
  }

  /** Also by hand, by whoever moves a replay clock. */
  async seal(): Promise<void> {
    const { pool, clock, source, notices } = this.options;
    try {
      await pool.query('select bus.seal_log($1)', [clock.now()]);
      this.problem = undefined;
    } catch (error) {
      const problem = `The log of ${source} cannot be sealed: ${sayFailure(error)}`;
      if (problem !== this.problem) notices.warn(problem);
      this.problem = problem;
    }
  }
}
