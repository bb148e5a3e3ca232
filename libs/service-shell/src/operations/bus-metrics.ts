import { Gauge } from 'prom-client';
import type { EventStore } from '@bw/event-store';
import { type SourcePosition, topicOf } from '@bw/messaging';
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
  const positions = sharedWhileRunning(() => bus.positions());
  const ofSource = (name: string, help: string, group: string, read: (position: SourcePosition) => number) =>
    new Gauge({
      name,
      help,
      labelNames: [group, 'topic'],
      registers: [metrics.registry],
      async collect() {
        for (const position of await positions()) {
          this.set({ [group]: service, topic: topicOf(position.source) }, read(position));
        }
      },
    });
  const records = 'bridgework_consumer_lag_records';
  ofSource(records, 'Events of a log that are not taken in yet.', 'group', ({ lagEvents }) => lagEvents);
  const seconds = 'bridgework_projection_lag_seconds';
  ofSource(seconds, 'Age of the last event taken in, while there are later ones.', 'projection', (at) => at.lagSeconds);
  ofSource('bridgework_dead_letters_total', 'Events that are parked just now.', 'group', ({ parked }) => parked);

  const outbox = sharedWhileRunning(async () => {
    const carried = await bus.relay?.position();
    return carried && { pending: (await store.head()).position - carried.position, age: carried.lagSeconds };
  });
  const pending = 'Events that the broker does not have yet; 0 without a broker.';
  metrics.gauge('bridgework_outbox_pending', pending, async () => (await outbox())?.pending ?? 0);
  metrics.gauge(
    'bridgework_outbox_oldest_age_seconds',
    'Age of the oldest of them.',
    async () => (await outbox())?.age ?? 0,
  );
}

/** The gauges of one reading of the metrics ask at the same time: the database is asked once. */
function sharedWhileRunning<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= read().finally(() => (running = undefined));
    return running;
  };
}
