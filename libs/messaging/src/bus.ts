import type { Event } from '@bw/contracts-base';
import type { Instant } from '@bw/kernel';
import type { Transaction } from './delivery.ts';

/** Partition number of a log that is read directly: all of it, in one order. */
export const WHOLE_LOG = -1;
/** Partition number of the announcements of log heads, which on Kafka travel apart from the events. */
export const HEADS = -2;

/** One event as a bus hands it over. */
export interface Received {
  readonly event: Event;
  /** Place in its partition; on a log that is read directly, the position. */
  readonly offset: number;
  /** Set on an event that was held back and came later than its place in the order of the log. */
  readonly released?: boolean;
  /** Why the message could not be read; then `event` only holds what it was, to be parked. */
  readonly unreadable?: string;
}

/** Up to where a stretch of a log is complete; with `at`: whatever is recorded after that instant lies beyond. */
export interface Mark {
  readonly position: number;
  readonly at?: Instant;
}

/** Where a log ended at an instant: all events recorded up to `at` have a position up to `position`. */
export interface Watermark {
  readonly position: number;
  readonly at: Instant;
}

/** A run of events of one partition in its order. May come again; what is stored with its effect is not applied twice. */
export interface Batch {
  readonly source: string;
  readonly partition: number;
  /** How many partitions the source has on this bus. */
  readonly partitions: number;
  readonly events: readonly Received[];
  /** Where the group goes on once this batch is stored. */
  readonly nextOffset: number;
  /** The partition's events up to here are in this batch or came before it. */
  readonly mark?: Mark;
  /** What is known of the log's end; with `at` a watermark that holds once everything up to it is consumed. */
  readonly head?: Mark;
  /** Throws `LeaseLost`, inside the consumer's transaction, where another reader has taken over. */
  fence?(tx: Transaction): Promise<void>;
}

export interface Subscription {
  readonly group: string;
  readonly sources: readonly string[];
  /** Whether the group wants to hear that an idle log is still complete. */
  readonly wantsWatermarks: boolean;
  /** The offset to read from, by the group's own table; asked whenever a reader takes over a partition. */
  start(source: string, partition: number): Promise<number>;
  /** Resolves when the batch's effect and its offset are stored; retries by itself until `signal` ends it. */
  handle(batch: Batch, signal: AbortSignal): Promise<void>;
}

export interface Subscribed {
  /** Reads no more, and resolves when the batches in flight are done. */
  stop(): Promise<void>;
  /** Lets others read although a batch is still in flight: its transaction was broken off. */
  abandon(): Promise<void>;
  /** What keeps it from reading just now, in sentences; empty when all is well. */
  problems(): readonly string[];
}

/** The one port through which a group of consumers reads the logs of services. A class: its own injection token. */
export abstract class Bus {
  /** Begins at once and goes on through lost connections; what is wrong meanwhile is in `problems()`. */
  abstract subscribe(subscription: Subscription): Subscribed;
}

/** The other end of a bus that is not itself the log: what a relay writes to. */
export abstract class Publisher {
  /**
   * Resolves when all are stored on the bus, in order per key; some may be there twice. `released`: they were held
   * back, and later events of other keys are there already. Throws `NotTaken` where one is refused for good.
   */
  abstract publish(source: string, events: readonly Event[], how: { readonly released: boolean }): Promise<void>;
  /** Tells readers how far the log is on the bus; `moved`: further than at the last time. */
  abstract announce(source: string, watermark: Watermark, how: { readonly moved: boolean }): Promise<void>;
  abstract close(): Promise<void>;
}

/** The bus refuses an event and always will: it is parked with its key. */
export class NotTaken extends Error {
  constructor(event: Event, reason: string, options?: ErrorOptions) {
    super(`The bus does not take ${event.type} at position ${event.position}: ${reason}.`, options);
  }
}

/** The bus does not answer. */
export class BusUnreachable extends Error {}

/** Another process holds the lease now: whatever was being done must not be stored. */
export class LeaseLost extends Error {
  constructor(readonly lease: string) {
    super(`Another process has taken over ${lease}. This one lets go of it.`);
  }
}

/** Where messages for operators go; Nest's loggers fit. */
export interface Notices {
  log(message: string): unknown;
  warn(message: string): unknown;
  error(message: string): unknown;
}
