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
/** Who reads its own write through a partitioned bus waits for the next one: this is what a person may feel. */
const ANNOUNCE_MS = 100;

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
  /** What was left out because it came too early, and when it is to be said. */
  private pending?: Watermark;
  private later?: NodeJS.Timeout;

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
  async stop(): Promise<void> {
    clearTimeout(this.later);
    await this.runner.stop();
  }

  problems(): readonly string[] {
    return this.runner.problems();
  }

  /** How far the bus has the log. */
  async position(): Promise<SourcePosition | undefined> {
    return (await this.store.positions()).find(({ source }) => source === this.options.source);
  }

  /** One that comes too early is said later: under a replay clock that stands still no other would follow. */
  private async announce(watermark: Watermark): Promise<void> {
    const { announceMs = ANNOUNCE_MS } = this.options;
    const wait = this.announced.at + announceMs - Date.now();
    clearTimeout(this.later);
    if (wait <= 0) return this.say(watermark);
    this.pending = watermark;
    this.later = setTimeout(() => void this.sayPending(), wait);
  }

  private async sayPending(): Promise<void> {
    const { pending } = this;
    if (!pending) return;
    try {
      await this.say(pending);
    } catch (error) {
      this.options.notices.warn(`The end of the log of ${this.options.source} could not be told: ${String(error)}`);
      this.later = setTimeout(() => void this.sayPending(), this.options.announceMs ?? ANNOUNCE_MS);
    }
  }

  private async say({ position, at }: Watermark): Promise<void> {
    const { publisher, source } = this.options;
    await publisher.announce(source, { position, at }, { moved: position !== this.announced.position });
    this.announced = { position, at: Date.now() };
    this.pending = undefined;
  }
}
