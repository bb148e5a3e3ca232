import type { Event } from '@bw/contracts-base';
import kafkajs, { type Kafka, type Message, type Producer } from 'kafkajs';
import { BusUnreachable, NotTaken, Publisher, type Watermark } from '../bus.ts';
import { topicOf } from '../on-events.ts';
import { type KafkaOptions, kafkaOf } from './kafka-client.ts';
import { markOf, messageOf } from './messages.ts';
import { ensureTopics, headsTopicOf, MAX_MESSAGE_BYTES } from './topics.ts';

// Node finds only some of the names that this CommonJS package exports; its default has them all.
const { KafkaJSError, KafkaJSProtocolError, Partitioners } = kafkajs;

interface Connected {
  readonly producer: Producer;
  /** Number of partitions by source. */
  readonly partitions: Map<string, number>;
}

/** One request's worth: well below what a broker takes at once. */
const REQUEST_BYTES = 900_000;
const REFUSED_FOR_GOOD = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD']);

/** Writes to Kafka with an idempotent producer that waits for all replicas. */
export class KafkaPublisher extends Publisher {
  private readonly kafka: Kafka;
  private connected?: Promise<Connected>;

  constructor(private readonly options: KafkaOptions) {
    super();
    this.kafka = kafkaOf(options);
  }

  async publish(source: string, events: readonly Event[], { released }: { readonly released: boolean }): Promise<void> {
    const partitions = await this.partitionsOf(source);
    let chunk: { event: Event; message: Message }[] = [];
    let bytes = 0;
    for (const event of events) {
      const message = messageOf(event, partitions, released);
      const size = bytesOf(message);
      if (size > MAX_MESSAGE_BYTES)
        throw new NotTaken(event, `it weighs ${size} bytes, ${MAX_MESSAGE_BYTES} are the most`);
      if (bytes + size > REQUEST_BYTES && chunk.length > 0) {
        await this.sendEvents(source, chunk);
        [chunk, bytes] = [[], 0];
      }
      chunk.push({ event, message });
      bytes += size;
    }
    await this.sendEvents(source, chunk);
  }

  async announce(source: string, watermark: Watermark, { moved }: { readonly moved: boolean }): Promise<void> {
    const partitions = moved ? await this.partitionsOf(source) : 0;
    await this.send([
      {
        topic: topicOf(source),
        messages: Array.from({ length: partitions }, (_, index) => markOf(source, watermark, index)),
      },
      { topic: headsTopicOf(source), messages: [markOf(source, watermark, 0)] },
    ]);
  }

  async close(): Promise<void> {
    const closing = this.connected;
    this.connected = undefined;
    await closing?.then(
      ({ producer }) => producer.disconnect(),
      () => undefined, // it never connected; whoever asked for it knows
    );
  }

  private async sendEvents(source: string, chunk: readonly { event: Event; message: Message }[]): Promise<void> {
    const [first] = chunk;
    if (!first) return;
    try {
      await this.send([{ topic: topicOf(source), messages: chunk.map(({ message }) => message) }]);
    } catch (error) {
      // The consumer runner then sends them one by one: the last one refused is the one to blame.
      if (isRefusal(error)) throw new NotTaken(first.event, 'the broker refuses it', { cause: error });
      throw error;
    }
  }

  private async send(topicMessages: { topic: string; messages: Message[] }[]): Promise<void> {
    const { producer } = await this.connection();
    try {
      await producer.sendBatch({
        topicMessages: topicMessages.filter(({ messages }) => messages.length > 0),
        acks: -1,
      });
    } catch (error) {
      if (isRefusal(error)) throw error;
      // After an unclear end a producer's sequence numbers may not fit any more: the next try takes a new one.
      await this.close();
      throw new BusUnreachable('Kafka did not take events', { cause: error });
    }
  }

  private async partitionsOf(source: string): Promise<number> {
    const { partitions } = await this.connection();
    const known = partitions.get(source);
    if (known !== undefined) return known;

    const admin = this.kafka.admin();
    try {
      await admin.connect();
      await ensureTopics(admin, [source], this.options);
      const { topics } = await admin.fetchTopicMetadata({ topics: [topicOf(source)] });
      const count = topics[0]?.partitions.length;
      if (!count) throw new Error(`Kafka knows no partition of ${topicOf(source)}`);
      partitions.set(source, count);
      return count;
    } catch (error) {
      throw new BusUnreachable(`The topic of ${source} is not ready`, { cause: error });
    } finally {
      await admin.disconnect();
    }
  }

  private connection(): Promise<Connected> {
    this.connected ??= this.connect().catch((error: unknown) => {
      this.connected = undefined;
      throw new BusUnreachable('Kafka does not answer', { cause: error });
    });
    return this.connected;
  }

  private async connect(): Promise<Connected> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      // Messages name their partition; naming a partitioner keeps kafkajs from warning about its default.
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
    });
    await producer.connect();
    return { producer, partitions: new Map() };
  }
}

function bytesOf({ key, value, headers }: Message): number {
  const texts = [key, value, ...Object.entries(headers ?? {}).flat()];
  return texts.reduce((sum, text) => sum + (typeof text === 'string' ? Buffer.byteLength(text) + 8 : 0), 64);
}

/** The broker looked at it and said no; asking again gives the same answer. */
function isRefusal(error: unknown): boolean {
  if (error instanceof KafkaJSProtocolError) return REFUSED_FOR_GOOD.has(error.type);
  return error instanceof KafkaJSError && error.cause !== undefined && isRefusal(error.cause);
}
