/**
 * How events leave a service's log and reach the others: the bus port, its embedded and its Kafka form, and the runner
 * that stores an event's effect together with its offset.
 */
export type { BatchDelivery, Delivery, EventOf, Handlers, Taken, Transaction } from './delivery.ts';
export { OnBatches, OnEvents, topicOf } from './on-events.ts';
