import {
  hasContainers,
  type KafkaContainer,
  type PostgresContainer,
  startKafkaContainer,
  startPostgresContainer,
} from '@bw/testing/containers';
import { describeBus } from '../bus.suite.ts';
import { kafkaWorld } from './kafka-world.suite.ts';

const describeWithContainers = hasContainers() ? describe : describe.skip;

/** What every bus does, on the very images that production runs: PostgreSQL's own and Kafka's own. */
describeWithContainers('the bus on Kafka, with PostgreSQL and Kafka in containers', () => {
  let postgres: PostgresContainer;
  let kafka: KafkaContainer;

  beforeAll(async () => {
    [postgres, kafka] = await Promise.all([startPostgresContainer(), startKafkaContainer()]);
    process.env['TEST_POSTGRES_URL'] = postgres.url; // for this file only: each has an environment of its own
  }, 240_000);
  afterAll(async () => {
    await Promise.all([postgres?.stop(), kafka?.stop()]);
  }, 60_000);

  describeBus(() => kafkaWorld(kafka.brokers));
});
