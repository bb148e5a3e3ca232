import type { Event } from '@bw/contracts-base';
import type { Instant } from '@bw/kernel';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import type { Pool } from 'pg';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Bus, Notices } from './bus.ts';
import { ConsumerRunner, type OnWatermark } from './consumer-runner.ts';
import type { ConsumerStore, SourcePosition } from './consumer-store.ts';
import { DeadLetters } from './dead-letters.ts';
import type { BatchDelivery, ContractCheck, Delivery } from './delivery.ts';
import { EventApplier } from './event-applier.ts';
import type { EventHandler } from './event-handler.ts';
import { KafkaBus } from './kafka/kafka-bus.ts';
import type { KafkaOptions } from './kafka/kafka-client.ts';
import { sourceOf } from './on-events.ts';
import { PgConsumerStore } from './pg-consumer-store.ts';
import { PgLogBus } from './pg-log-bus.ts';

export interface EventStrategyOptions {
  readonly clock: { now(): Instant };
  readonly notices: Notices;
  /** Refuses an event whose data breaks its contract; such an event is parked. */
  readonly check?: ContractCheck;
  readonly onWatermark?: OnWatermark;
  /** How long `close` lets a transaction in flight finish. */
  readonly drainMs?: number;
}

/**
 * A Nest transport whose `@OnEvents` and `@OnBatches` handlers run in the consumer runner, on whichever bus. To be
 * connected with `app.connectMicroservice({ strategy }, { inheritAppConfig: true })`.
 */
export class EventStrategy extends Server implements CustomTransportStrategy {
  /** What operators do about parked events. There from `listen` on. */
  deadLetters?: DeadLetters;
  private readonly handlers = new Map<string, EventHandler[]>();
  private runner?: ConsumerRunner;

  constructor(
    private readonly bus: Bus,
    private readonly store: ConsumerStore,
    private readonly options: EventStrategyOptions,
  ) {
    super();
  }

  /** Nest chains handlers of one pattern and runs them side by side; here each is called in its turn. */
  override addHandler(pattern: unknown, callback: MessageHandler, isEventHandler = false, extras: object = {}): void {
    const source = sourceOf(String(pattern));
    if (!isEventHandler || source === undefined || !('name' in extras && 'batch' in extras)) {
      throw new TypeError(`${String(pattern)} is no topic of events: use @OnEvents or @OnBatches.`);
    }
    callback.isEventHandler = true;
    callback.extras = extras;
    if (!this.messageHandlers.has(String(pattern))) this.messageHandlers.set(String(pattern), callback);
    this.handlers.set(source, [
      ...(this.handlers.get(source) ?? []),
      handlerOf(String(extras.name), Boolean(extras.batch), callback),
    ]);
  }

  listen(callback: (error?: unknown) => void): void {
    const { clock, check, notices, onWatermark, drainMs } = this.options;
    const applier = { group: this.store.group, now: () => clock.now(), check };
    const appliers = new Map(
      [...this.handlers].map(([source, handlers]) => [source, new EventApplier(handlers, applier)]),
    );
    this.runner = new ConsumerRunner({ bus: this.bus, store: this.store, appliers, notices, onWatermark, drainMs });
    this.deadLetters = new DeadLetters(this.store, this.runner);
    this.runner.start();
    callback();
  }

  async close(): Promise<void> {
    await this.runner?.stop();
  }

  /** How far the group is with each source: for operators, metrics, and whoever waits until all is quiet. */
  positions(): Promise<readonly SourcePosition[]> {
    return this.store.positions();
  }

  /** Whether everything up to these positions is consumed. Sources that the group does not read do not count. */
  async hasConsumed(heads: Readonly<Record<string, number>>): Promise<boolean> {
    const positions = new Map((await this.positions()).map(({ source, position }) => [source, position]));
    return [...this.handlers.keys()].every((source) => (positions.get(source) ?? 0) >= (heads[source] ?? 0));
  }

  /** What keeps events from being consumed just now, in sentences; empty when all is well. For readiness. */
  problems(): readonly string[] {
    return this.runner?.problems() ?? [];
  }

  on(event: string): never {
    throw new Error(`The bus has no event ${event}: ask problems() and positions().`);
  }

  unwrap<T>(): T {
    return this.runner as T; // Nest's face leaves the type to the caller
  }
}

export interface BusConsumer extends EventStrategyOptions {
  /** The service's name. */
  readonly group: string;
  /** The service's own database, by the role that it runs as. */
  readonly pool: Pool;
}

/** Reads the other services' logs where they are: the bus of an installation without a broker. */
export class PgLogStrategy extends EventStrategy {
  constructor({ group, pool, logs, ...options }: BusConsumer & { readonly logs: Readonly<Record<string, string>> }) {
    super(new PgLogBus({ logs, pool, notices: options.notices }), new PgConsumerStore(group, pool), options);
  }
}

/** Reads the services' topics on Kafka. */
export class KafkaStrategy extends EventStrategy {
  constructor({ group, pool, kafka, ...options }: BusConsumer & { readonly kafka: KafkaOptions }) {
    super(new KafkaBus(kafka), new PgConsumerStore(group, pool), options);
  }
}

function handlerOf(name: string, batch: boolean, callback: MessageHandler): EventHandler {
  const call = async (payload: Event | readonly Event[], delivery: Delivery | BatchDelivery): Promise<void> => {
    const result: unknown = await callback(payload, delivery);
    // A failure comes as an observable that errs; a handler that gives values has them read to the end.
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  };
  return batch ? { name, batch, handle: call } : { name, batch, handle: call };
}
