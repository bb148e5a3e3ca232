import { Gauge } from 'prom-client';
import type { EventStore } from '@bw/event-store';
import { topicOf } from '@bw/messaging';
import type { EventBus } from '../app/event-bus.ts';
import type { Metrics } from './metrics.ts';

export interface BusMetrics {
  readonly service: string;
  readonly metrics: Metrics;
  readonly bus: EventBus;
  readonly store: EventStore;
}

/** How far the consumers are behind, what is parked, and what the bus does not have yet. Read when asked for. */
export function measureBus({ service, metrics, bus, store }: BusMetrics): void {
  const { registry } = metrics;
  const labelNames = ['group', 'topic'];
  const lagSeconds = new Gauge({
    name: 'bridgework_projection_lag_seconds',
    help: 'Age of the last event that was taken in, while there are later ones.',
    labelNames: ['projection', 'topic'],
    registers: [registry],
  });
  const parked = new Gauge({
    name: 'bridgework_dead_letters_total',
    help: 'Events that are parked just now.',
    labelNames,
    registers: [registry],
  });
  // One reader of positions sets the three gauges; prom-client asks each for itself, so one of them reads for all.
  new Gauge({
    name: 'bridgework_consumer_lag_records',
    help: 'Events of a log that are not taken in yet.',
    labelNames,
    registers: [registry],
    async collect() {
      for (const { source, lagEvents, lagSeconds: seconds, parked: count } of await bus.positions()) {
        const labels = { group: service, topic: topicOf(source) };
        this.set(labels, lagEvents);
        lagSeconds.set({ projection: service, topic: topicOf(source) }, seconds);
        parked.set(labels, count);
      }
    },
  });
  const outbox = async () => {
    const carried = await bus.relay?.position();
    return carried && { pending: (await store.head()).position - carried.position, age: carried.lagSeconds };
  };
  metrics.gauge(
    'bridgework_outbox_pending',
    'Events that the broker does not have yet; 0 without a broker.',
    async () => {
      return (await outbox())?.pending ?? 0;
    },
  );
  metrics.gauge(
    'bridgework_outbox_oldest_age_seconds',
    'Age of the oldest of them.',
    async () => (await outbox())?.age ?? 0,
  );
}
