import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Clock } from '@bw/event-store';
import {
  type DeadLetters,
  type EventStrategy,
  KafkaPublisher,
  KafkaStrategy,
  LogSeal,
  PgLogStrategy,
  Relay,
  type SourcePosition,
} from '@bw/messaging';
import type { OnWatermark } from '@bw/messaging';
import type { ServiceConfig } from '../config/service-config.ts';
import { WrongConfiguration } from '../config/environment.ts';
import type { Database } from '../database/database.ts';
import type { ServiceLogger } from '../operations/logger.ts';
import type { ServiceParts } from './service-parts.ts';

export interface EventBusParts {
  readonly parts: ServiceParts;
  readonly config: ServiceConfig;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: ServiceLogger;
}

/** A service's side of the bus: its consumers, and what carries its own log to others. */
@Injectable()
export class EventBus implements BeforeApplicationShutdown {
  readonly strategy: EventStrategy;
  readonly #seal: LogSeal;
  readonly #relay?: Relay;
  readonly #publisher?: KafkaPublisher;
  readonly #consumes: readonly string[];
  #onWatermark?: OnWatermark;

  constructor({ parts, config, database, clock, logger }: EventBusParts) {
    const { service, eventBus, logUrls } = config;
    const { pool } = database;
    this.#consumes = parts.consumes ?? [];
    this.#seal = new LogSeal({ source: service, pool, clock, notices: logger });
    const consumer = {
      group: service,
      pool,
      clock,
      notices: logger,
      // A type that is not known here has no handler here either; it may be newer than this release.
      check: (event: Parameters<typeof parts.contracts.check>[0]) => {
        if (parts.contracts.knows(event.type)) parts.contracts.check(event);
      },
      onWatermark: async (...watermark: Parameters<OnWatermark>) => this.#onWatermark?.(...watermark),
    };
    if (eventBus.kind === 'embedded') {
      this.strategy = new PgLogStrategy({ ...consumer, logs: logsOf(this.#consumes, logUrls) });
      return;
    }
    const kafka = { brokers: eventBus.brokers, clientId: service, notices: logger };
    this.strategy = new KafkaStrategy({ ...consumer, kafka });
    this.#publisher = new KafkaPublisher(kafka);
    const logUrl = logUrls[service] ?? '';
    this.#relay = new Relay({ source: service, logUrl, pool, publisher: this.#publisher, notices: logger });
  }

  /** Called once, before the consumers start. */
  listenToWatermarks(listener: OnWatermark): void {
    this.#onWatermark = listener;
  }

  /** The consumers start with the application's microservices; this starts what feeds other services. */
  start(): void {
    this.#seal.start();
    this.#relay?.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#seal.stop();
    await this.#relay?.stop();
    await this.#publisher?.close();
  }

  /** What is wrong with it just now, in sentences. */
  problems(): readonly string[] {
    return [...this.strategy.problems(), ...this.#seal.problems(), ...(this.#relay?.problems() ?? [])];
  }

  positions(): Promise<readonly SourcePosition[]> {
    return this.strategy.positions();
  }

  /** How far each log that this service listens to is taken in. */
  async consumed(): Promise<Readonly<Record<string, number>>> {
    const begun = (await this.positions()).map(({ source, position }) => [source, position]);
    const all = [...this.#consumes.map((source) => [source, 0]), ...begun];
    return Object.fromEntries(all) as Record<string, number>; // fromEntries forgets the types
  }

  get deadLetters(): DeadLetters | undefined {
    return this.strategy.deadLetters;
  }

  /** Parked events of the relay, and how far it has carried the log; nothing on the embedded bus. */
  get relay(): Relay | undefined {
    return this.#relay;
  }

  /** By hand, by whoever moves a replay clock. */
  async seal(): Promise<void> {
    await this.#seal.seal();
  }
}

function logsOf(consumes: readonly string[], urls: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const missing = consumes.filter((source) => !urls[source]);
  if (missing.length > 0) {
    throw new WrongConfiguration(
      missing.map(
        (source) => `${source.toUpperCase()}_LOG_URL is missing: the embedded bus reads the log of ${source} there`,
      ),
    );
  }
  return Object.fromEntries(consumes.map((source) => [source, urls[source] ?? '']));
}
