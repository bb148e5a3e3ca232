/**
 * How events leave a service's log and reach the others: the bus port, its embedded and its Kafka form, and the runner
 * that stores an event's effect together with its offset.
 */
export type { BatchDelivery, ContractCheck, Delivery, EventOf, Handlers, Taken, Transaction } from './delivery.ts';
export { OnBatches, OnEvents, sourceOf, topicOf } from './on-events.ts';
export {
  type BusConsumer,
  EventStrategy,
  type EventStrategyOptions,
  KafkaStrategy,
  PgLogStrategy,
} from './strategies.ts';
export type { DeadLetter, DeadLetterQuery, SourcePosition } from './consumer-store.ts';
export { DeadLetters, type RetryOutcome, type Skipping } from './dead-letters.ts';
export type { OnWatermark } from './consumer-runner.ts';
export { messagingMigrations } from './migrations.ts';
export { LogSeal, type LogSealOptions } from './log-seal.ts';
export { Relay, type RelayOptions } from './relay.ts';
export { KafkaPublisher } from './kafka/kafka-publisher.ts';
export { type KafkaOptions } from './kafka/kafka-client.ts';
export { Bus, type Notices, Publisher, type Subscribed, type Subscription, type Watermark } from './bus.ts';
export { MemoryBus } from './memory-bus.ts';
export { MemoryConsumerStore, type MemoryTransaction } from './memory-consumer-store.ts';
export { PgLogBus, type PgLogBusOptions } from './pg-log-bus.ts';
