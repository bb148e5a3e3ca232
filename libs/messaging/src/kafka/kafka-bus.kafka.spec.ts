import { describeBus } from '../bus.suite.ts';
import { describeWithKafka, kafkaWorld } from './kafka-world.suite.ts';

/** Consumers read what the relay brings from a real log to a real broker. */
describeWithKafka('the bus on Kafka', () => {
  describeBus(() => kafkaWorld());
});
