import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, ServiceLogger } from '@bw/service-shell';
import type { PoolClient } from 'pg';
import { FEED_CHANNEL } from '../facts/feed.ts';

const RECONNECT_MS = 1_000;

/** Says when feeds have grown, in whichever process they were written. Whoever waits also looks from time to time. */
@Injectable()
export class FeedGrowth implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #waiting = new Set<() => void>();
  readonly #stopping = new AbortController();
  #client?: PoolClient;
  #again?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly logger: ServiceLogger,
  ) {}

  /** Ends every wait and every stream when the service stops. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#listen();
  }

  onModuleDestroy(): void {
    this.#stopping.abort();
    clearTimeout(this.#again);
    this.#client?.release(true);
    this.#client = undefined;
  }

  /** Resolves when a feed may have grown, after that time, or when `signal` ends the wait. */
  next(milliseconds: number, signal: AbortSignal): Promise<void> {
    const ends = AbortSignal.any([signal, this.stopping]);
    if (ends.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        ends.removeEventListener('abort', done);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      ends.addEventListener('abort', done);
      this.#waiting.add(done);
    });
  }

  async #listen(): Promise<void> {
    if (this.stopping.aborted) return;
    try {
      const client = await this.database.pool.connect();
      this.#client = client;
      client.on('notification', () => this.#wake());
      client.on('error', (error) => this.#reconnect(client, error));
      await client.query(`listen ${FEED_CHANNEL}`);
    } catch (error) {
      this.#reconnect(this.#client, error);
    }
  }

  #reconnect(client: PoolClient | undefined, error: unknown): void {
    if (this.stopping.aborted || client !== this.#client) return;
    this.#client = undefined;
    client?.release(true);
    this.logger.warn(`The feed's wake-up call is away, readers look by themselves meanwhile: ${String(error)}`);
    this.#again = setTimeout(() => void this.#listen(), RECONNECT_MS);
  }

  #wake(): void {
    // Each takes itself out of the set: a set may be walked meanwhile.
    for (const done of this.#waiting) done();
  }
}
