import type { Event } from '@bw/contracts-base';
import type { BatchDelivery, Delivery } from './delivery.ts';

/** What the consumer runner calls; the strategies make one of each decorated method. */
export type EventHandler = SingleHandler | BatchHandler;

export interface SingleHandler {
  readonly name: string;
  readonly batch: false;
  handle(event: Event, delivery: Delivery): Promise<unknown>;
}

export interface BatchHandler {
  readonly name: string;
  readonly batch: true;
  handle(events: readonly Event[], delivery: BatchDelivery): Promise<unknown>;
}

/** Handlers by the service whose events they take, in the order in which they are called. */
export type HandlersBySource = ReadonlyMap<string, readonly EventHandler[]>;
