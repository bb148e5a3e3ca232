import type { Pool } from 'pg';
import type { Notices, Publisher, Watermark } from './bus.ts';
import { ConsumerRunner } from './consumer-runner.ts';
import type { SourcePosition } from './consumer-store.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Applier } from './event-applier.ts';
import { PgConsumerStore } from './pg-consumer-store.ts';
import { PgLogBus } from './pg-log-bus.ts';

export interface RelayOptions {
  /** The service whose log it is. */
  readonly source: string;
  readonly logUrl: string;
  /** The service's own database, by the role that it runs as. */
  readonly pool: Pool;
  readonly publisher: Publisher;
  readonly notices: Notices;
  readonly pageSize?: number;
  /** The least time between two announcements of how far the log is. */
  readonly announceMs?: number;
  readonly pollMs?: number;
  readonly leaseMs?: number;
  readonly drainMs?: number;
}

const RELAY = 'relay';
const PAGE_SIZE = 1_000;
const ANNOUNCE_MS = 1_000;

/**
 * Carries a service's log to a bus. It is a consumer like the others, whose effect is that the bus has stored the
 * events: it goes on from its own offset, alone by a lease, and parks the key of what the bus will never take. What was
 * sent but not yet noted when a process dies is sent again; readers know it by its position.
 */
export class Relay {
  readonly deadLetters: DeadLetters;
  private readonly store: PgConsumerStore;
  private readonly runner: ConsumerRunner;
  private announced = { position: -1, at: 0 };

  constructor(private readonly options: RelayOptions) {
    const { source, logUrl, pool, publisher, notices, pageSize = PAGE_SIZE, pollMs, leaseMs, drainMs } = options;
    this.store = new PgConsumerStore(RELAY, pool);
    const applier: Applier = { apply: (_work, events, how) => publisher.publish(source, events, how) };
    this.runner = new ConsumerRunner({
      bus: new PgLogBus({ logs: { [source]: logUrl }, pool, notices, pageSize, pollMs, leaseMs }),
      store: this.store,
      appliers: new Map([[source, applier]]),
      notices,
      onWatermark: (watermark) => this.announce(watermark),
      drainMs,
    });
    this.deadLetters = new DeadLetters(this.store, this.runner);
  }

  start(): void {
    this.runner.start();
  }

  /** The publisher is its owner's to close, after this. */
  stop(): Promise<void> {
    return this.runner.stop();
  }

  problems(): readonly string[] {
    return this.runner.problems();
  }

  /** How far the bus has the log. */
  async position(): Promise<SourcePosition | undefined> {
    return (await this.store.positions()).find(({ source }) => source === this.options.source);
  }

  /** One that comes too early is left out: the log's seal brings the next one soon. */
  private async announce({ position, at }: Watermark): Promise<void> {
    const { publisher, source, announceMs = ANNOUNCE_MS } = this.options;
    const now = Date.now();
    if (now - this.announced.at < announceMs) return;
    await publisher.announce(source, { position, at }, { moved: position !== this.announced.position });
    this.announced = { position, at: now };
  }
}
