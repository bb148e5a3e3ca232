import { Kafka, type KafkaConfig, type LogEntry, logLevel } from 'kafkajs';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import type { Notices } from '../bus.ts';

export interface KafkaOptions {
  readonly brokers: readonly string[];
  /** Names the process to the brokers; the service's name. */
  readonly clientId: string;
  readonly notices: Notices;
  /** Of topics that are not there yet. Never to be changed for one that is: keys would change their partition. */
  readonly partitions?: number;
  readonly replicationFactor?: number;
  /** After so long without a sign of life a member's partitions go to the others of its group. */
  readonly sessionMs?: number;
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaConfig['sasl'];
}

export const PARTITIONS = 12;
export const SESSION_MS = 10_000;

export function kafkaOf({ brokers, clientId, notices, ssl, sasl }: KafkaOptions): Kafka {
  guardTimers();
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ssl,
    sasl,
    connectionTimeout: 3_000,
    // Short: whoever uses the client tries again himself, and can be stopped meanwhile.
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => report(notices, entry),
  });
}

/** Parts of the client whose every error reaches the caller as well, who says once what follows from it. */
const ECHOES = new Set(['Connection', 'BrokerPool', 'Producer', 'Cluster', 'Consumer']);

function report(notices: Notices, { namespace, log }: LogEntry): void {
  if (ECHOES.has(namespace)) return;
  const detail = typeof log['error'] === 'string' ? `: ${log['error']}` : '';
  notices.warn(`Kafka client, ${namespace}: ${log.message}${detail}`);
}

let guarded = false;

/**
 * kafkajs 2.2.4 schedules a check of each connection's waiting requests every millisecond, for ever, also while none
 * waits: 3 % of a core when idle. It is needed only while something waits or the broker throttles us.
 */
function guardTimers(): void {
  if (guarded) return;
  guarded = true;
  const schedule = Reflect.get(RequestQueue.prototype, 'scheduleCheckPendingRequests') as () => void; // types above
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}
