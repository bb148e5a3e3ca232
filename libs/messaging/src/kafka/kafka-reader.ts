import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { type Batch, HEADS, type Subscribed, type Subscription } from '../bus.ts';
import { failureOf, sayFailure } from '../failure.ts';
import { topicOf } from '../on-events.ts';
import { backOff } from '../waiting.ts';
import { Heartbeat } from './heartbeat.ts';
import { type KafkaOptions, kafkaOf, SESSION_MS } from './kafka-client.ts';
import { isEvent, isMark, readMessage } from './messages.ts';
import { Placement } from './placement.ts';
import { ensureTopics, headsTopicOf } from './topics.ts';

const HEARTBEAT_MS = 2_000;
const REBALANCE_MS = 30_000;
/** How long a broker holds a fetch open while there is nothing: it delays stopping, not reading. */
const FETCH_WAIT_MS = 500;
const PARTITIONS_AT_ONCE = 4;
const MAX_EVENTS = 500;
const SHOW_LAG_MS = 1_000;

interface Origin {
  readonly source: string;
  readonly isHeads: boolean;
}

/** One member of a group. kafkajs gives up on some errors: then a new consumer takes the old one's place. */
export class KafkaReader implements Subscribed {
  private readonly kafka: Kafka;
  private readonly origins = new Map<string, Origin>();
  private readonly partitions = new Map<string, number>();
  private readonly shown = new Map<string, number>();
  private readonly heartbeats = new Set<Heartbeat>();
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;
  private problem?: string;

  constructor(
    private readonly options: KafkaOptions,
    private readonly subscription: Subscription,
  ) {
    this.kafka = kafkaOf(options);
    for (const source of subscription.sources) {
      this.origins.set(topicOf(source), { source, isHeads: false });
      this.origins.set(headsTopicOf(source), { source, isHeads: true });
    }
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort(new Error(`${this.subscription.group} stops reading.`));
    await this.running;
  }

  /** The broker gives the partitions to others once the session of this silent member has ended. */
  abandon(): Promise<void> {
    for (const heartbeat of this.heartbeats) heartbeat.stop();
    return Promise.resolve();
  }

  problems(): readonly string[] {
    return this.problem === undefined ? [] : [this.problem];
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (let attempt = 1; !signal.aborted; attempt++) {
      try {
        await this.prepare();
        await this.consume(() => {
          attempt = 0;
          this.problem = undefined;
        });
      } catch (error) {
        if (signal.aborted) return;
        const problem = `${this.subscription.group} cannot read from Kafka: ${sayFailure(error)}`;
        if (problem !== this.problem) this.options.notices.warn(`${problem}. It goes on trying.`);
        this.problem = problem;
        await backOff(attempt, signal);
      }
    }
  }

  private async prepare(): Promise<void> {
    const admin = this.kafka.admin();
    try {
      await admin.connect();
      await ensureTopics(admin, this.subscription.sources, this.options);
      const { topics } = await admin.fetchTopicMetadata({ topics: [...this.origins.keys()] });
      for (const { name, partitions } of topics) this.partitions.set(name, partitions.length);
    } finally {
      await admin.disconnect();
    }
  }

  /** Resolves when the reader is stopped; throws what made kafkajs give up. */
  private async consume(isWell: () => void): Promise<void> {
    const { signal } = this.stopping;
    const consumer = this.kafka.consumer({
      groupId: this.subscription.group,
      sessionTimeout: this.options.sessionMs ?? SESSION_MS,
      heartbeatInterval: HEARTBEAT_MS,
      rebalanceTimeout: REBALANCE_MS,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      allowAutoTopicCreation: false,
      retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000, restartOnFailure: () => Promise.resolve(false) },
    });
    const end = Promise.withResolvers<void>();
    const stop = () => end.resolve();
    consumer.on(consumer.events.CRASH, ({ payload }) => end.reject(payload.error));
    signal.addEventListener('abort', stop);
    const placement = new Placement(consumer, (topic, partition) => this.startOf(topic, partition));
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      placement.assigned(payload.memberAssignment).then(isWell, end.reject);
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.origins.keys()], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
        eachBatch: (payload) => this.eachBatch(payload, placement, end.reject),
      });
      if (signal.aborted) stop();
      await end.promise;
    } finally {
      signal.removeEventListener('abort', stop);
      await leave(consumer);
    }
  }

  private startOf(topic: string, partition: number): Promise<number> {
    const { source, isHeads } = this.originOf(topic);
    return this.subscription.start(source, isHeads ? HEADS : partition);
  }

  private async eachBatch(
    payload: EachBatchPayload,
    placement: Placement,
    giveUp: (error: unknown) => void,
  ): Promise<void> {
    const { batch } = payload;
    const { topic, partition } = batch;
    if (!(await placement.isInPlace(batch, this.originOf(topic).isHeads).catch(giveUp))) return;

    const heartbeat = new Heartbeat(() => payload.heartbeat(), HEARTBEAT_MS);
    this.heartbeats.add(heartbeat);
    const signal = AbortSignal.any([this.stopping.signal, heartbeat.lost]);
    try {
      for (let at = 0; at < batch.messages.length; at += MAX_EVENTS) {
        if (!payload.isRunning() || payload.isStale() || signal.aborted) break;
        const read = this.batchOf(payload, batch.messages.slice(at, at + MAX_EVENTS));
        await this.subscription.handle(read, signal);
        placement.reached(topic, partition, read.nextOffset);
        payload.resolveOffset(String(read.nextOffset - 1));
        await this.showLag(payload, read.nextOffset);
      }
    } catch (error) {
      if (!signal.aborted && failureOf(error) !== 'superseded') throw error;
    } finally {
      heartbeat.stop();
      this.heartbeats.delete(heartbeat);
    }
    heartbeat.throwIfLost();
  }

  /** Only for whoever watches lag with Kafka's own tools: what counts is the group's own table. */
  private async showLag(payload: EachBatchPayload, next: number): Promise<void> {
    const { topic, partition } = payload.batch;
    const now = Date.now();
    if (now - (this.shown.get(`${topic}/${partition}`) ?? 0) < SHOW_LAG_MS) return;
    this.shown.set(`${topic}/${partition}`, now);
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: String(next) }] }] });
  }

  private batchOf({ batch }: EachBatchPayload, messages: EachBatchPayload['batch']['messages']): Batch {
    const { source, isHeads } = this.originOf(batch.topic);
    const read = messages.map((message) => readMessage(source, batch.partition, message));
    const mark = read.filter((one) => isMark(one)).at(-1);
    const last = messages.at(-1);
    const nextOffset = Number(last?.offset ?? 0) + 1;
    if (isHeads) return { source, partition: HEADS, partitions: 1, events: [], nextOffset, head: mark };
    const partitions = this.partitions.get(batch.topic) ?? 0;
    return { source, partition: batch.partition, partitions, events: read.filter(isEvent), nextOffset, mark };
  }

  private originOf(topic: string): Origin {
    const origin = this.origins.get(topic);
    if (!origin) throw new Error(`${this.subscription.group} did not ask for ${topic}.`);
    return origin;
  }
}

/** A consumer that gave up may fail to say goodbye as well; its group notices by itself. */
async function leave(consumer: Consumer): Promise<void> {
  await consumer.disconnect().catch(() => undefined);
}
