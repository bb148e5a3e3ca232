import { newId, WallClock } from '@bw/event-store';
import { type BusDatabase, freshBusDatabase, SOURCE } from '../bus-database.suite.ts';
import { SILENT, type World } from '../bus.suite.ts';
import { LogSeal } from '../log-seal.ts';
import { PgConsumerStore } from '../pg-consumer-store.ts';
import { Relay } from '../relay.ts';
import { KafkaBus } from './kafka-bus.ts';
import type { KafkaOptions } from './kafka-client.ts';
import { KafkaPublisher } from './kafka-publisher.ts';

/** Where a broker is, see tools/kafka; without it the suites on Kafka are skipped. */
const givenBrokers = process.env['KAFKA_BROKERS']?.split(',') ?? [];
export const describeWithKafka = givenBrokers.length > 0 ? describe : describe.skip;

export interface KafkaWorld extends World {
  readonly database: BusDatabase;
  readonly kafka: KafkaOptions;
  readonly publisher: KafkaPublisher;
  readonly relay: Relay;
}

/** A real log that a relay brings to Kafka. A source of its own, so topics of its own: earlier ones stay on the broker. */
export async function kafkaWorld(brokers: readonly string[] = givenBrokers): Promise<KafkaWorld> {
  const source = `${SOURCE}${newId().slice(-12)}`;
  const database = await freshBusDatabase(source);
  const { pool, logUrl } = database;
  const kafka: KafkaOptions = { brokers, clientId: source, notices: SILENT, partitions: 3, sessionMs: 6_000 };
  const publisher = new KafkaPublisher(kafka);
  const relay = new Relay({ source, logUrl, pool, publisher, notices: SILENT, pollMs: 100, announceMs: 100 });
  const seal = new LogSeal({ source, pool, clock: new WallClock(), notices: SILENT, everyMs: 100 });
  relay.start();
  seal.start();
  return {
    append: (...effects) => database.append(...effects),
    write: (tx, group, effect) => database.write(tx, group, effect),
    effects: (group) => database.effects(group),
    source,
    database,
    kafka,
    publisher,
    relay,
    bus: new KafkaBus(kafka),
    store: (group) => new PgConsumerStore(group, pool),
    close: async () => {
      await seal.stop();
      await relay.stop();
      await publisher.close();
      await database.close();
    },
  };
}
