import { newId, WallClock } from '@bw/event-store';
import { type BusDatabase, freshBusDatabase, SOURCE, worldOf } from '../bus-database.suite.ts';
import { describeBus, SILENT, type World } from '../bus.suite.ts';
import { LogSeal } from '../log-seal.ts';
import { PgConsumerStore } from '../pg-consumer-store.ts';
import { Relay } from '../relay.ts';
import { KafkaBus } from './kafka-bus.ts';
import type { KafkaOptions } from './kafka-client.ts';
import { KafkaPublisher } from './kafka-publisher.ts';

const brokers = process.env['KAFKA_BROKERS']?.split(',');

/** Runs where a broker is, see tools/kafka. Consumers read what the relay brings from a real log. */
(brokers ? describe : describe.skip)('the bus on Kafka', () => {
  describeBus(() => kafkaWorld(brokers ?? []));
});

/** A source of its own, so topics and groups of its own: those of earlier tests stay on the broker. */
async function kafkaWorld(addresses: readonly string[]): Promise<World> {
  const name = `${SOURCE}${newId().slice(-12)}`;
  const database: BusDatabase = await freshBusDatabase(name);
  const { pool, logUrl } = database;
  const options: KafkaOptions = {
    brokers: addresses,
    clientId: name,
    notices: SILENT,
    partitions: 3,
    sessionMs: 6_000,
  };
  const publisher = new KafkaPublisher(options);
  const relay = new Relay({ source: name, logUrl, pool, publisher, notices: SILENT, pollMs: 100, announceMs: 100 });
  const seal = new LogSeal({ source: name, pool, clock: new WallClock(), notices: SILENT, everyMs: 100 });
  relay.start();
  seal.start();
  return {
    ...worldOf(database),
    source: name,
    bus: new KafkaBus(options),
    store: (group) => new PgConsumerStore(group, pool),
    close: async () => {
      await seal.stop();
      await relay.stop();
      await publisher.close();
      await database.close();
    },
  };
}
