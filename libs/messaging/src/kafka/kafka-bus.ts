import { Bus, type Subscribed, type Subscription } from '../bus.ts';
import type { KafkaOptions } from './kafka-client.ts';
import { KafkaReader } from './kafka-reader.ts';

/** Kafka as the bus: groups of consumers are Kafka's groups, offsets are the consumers' own. */
export class KafkaBus extends Bus {
  constructor(private readonly options: KafkaOptions) {
    super();
  }

  subscribe(subscription: Subscription): Subscribed {
    return new KafkaReader(this.options, subscription);
  }
}
