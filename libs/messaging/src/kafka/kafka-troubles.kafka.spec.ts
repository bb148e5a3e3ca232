import type { Bus } from '../bus.ts';
import { type Effect, SILENT, TENANTS, until } from '../bus.suite.ts';
import { ConsumerRunner } from '../consumer-runner.ts';
import { EventApplier } from '../event-applier.ts';
import { topicOf } from '../on-events.ts';
import { PgLog } from '../pg-log.ts';
import { PgLogBus } from '../pg-log-bus.ts';
import { KafkaBus } from './kafka-bus.ts';
import { kafkaOf } from './kafka-client.ts';
import { describeWithKafka, type KafkaWorld, kafkaWorld } from './kafka-world.suite.ts';

const [A, B] = [`${TENANTS[0]}/a`, `${TENANTS[1]}/b`] as const;

describeWithKafka('on Kafka, when something goes wrong', () => {
  let world: KafkaWorld;
  const running = new Set<ConsumerRunner>();

  beforeEach(async () => {
    world = await kafkaWorld();
  });
  afterEach(async () => {
    await Promise.all([...running].map((runner) => runner.stop()));
    running.clear();
    await world.close();
  });

  function join(bus: Bus = world.bus): ConsumerRunner {
    const group = world.source;
    const handler = {
      name: 'Suite.on',
      batch: false as const,
      handle: ({ data }: { data: unknown }, { tx }: { tx: Parameters<KafkaWorld['write']>[0] }) =>
        world.write(tx, group, data as Effect),
    };
    const applier = new EventApplier([handler], { group, now: () => new Date().toISOString() });
    const appliers = new Map([[world.source, applier]]);
    const runner = new ConsumerRunner({ bus, store: world.store(group), appliers, notices: SILENT });
    runner.start();
    running.add(runner);
    return runner;
  }

  const numbered = (key: string, from: number, to: number): Effect[] =>
    Array.from({ length: to - from + 1 }, (_, index) => ({ key, n: from + index }));
  const effects = () => world.effects(world.source);
  const settled = async (count: number) => {
    await until(async () => (await effects()).length >= count);
    return effects();
  };
  const logged = async () => {
    const log = new PgLog(world.source, world.database.logUrl, 'spec');
    const { events } = await log.read(0, 1_000);
    await log.close();
    return events;
  };
  const send = async (message: { key: string; value: string }) => {
    const producer = kafkaOf(world.kafka).producer({ allowAutoTopicCreation: false });
    await producer.connect();
    await producer.send({ topic: topicOf(world.source), messages: [message] });
    await producer.disconnect();
  };

  it('drops what a relay sends again after it died between sending and noting it', async () => {
    await world.append(...numbered(A, 1, 10), ...numbered(B, 1, 10));
    join();
    await settled(20);
    await world.publisher.publish(world.source, await logged(), { released: false });
    await world.append({ key: A, n: 11 }, { key: B, n: 11 });

    expect(await settled(22)).toHaveLength(22);
  });

  it('applies once what a relay had held back, though later events passed it', async () => {
    await world.append(...numbered(A, 1, 5));
    await world.database.pool.query(
      `insert into bus.dead_letter (grp, source, partition, position, key, event_id, reason, attempts, behind, event)
       select 'relay', $1, -1, 0, $2, gen_random_uuid(), 'refused', 1, false, '{}'`,
      [world.source, B],
    );
    await world.append(...numbered(B, 1, 3), ...numbered(A, 6, 6));
    join();
    await settled(6);
    await until(async () => (await world.relay.deadLetters.list()).length === 4);
    const [stub] = await world.relay.deadLetters.list();
    await world.relay.deadLetters.skip(stub?.id ?? 0, { note: 'The stub of this test.', by: 'spec' });
    await world.relay.deadLetters.retry({ source: world.source, key: B });
    await world.publisher.publish(world.source, (await logged()).slice(5, 8), { released: true });

    const all = await settled(9);
    expect(all.filter(({ key }) => key === B).map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(all).toHaveLength(9);
  });

  it('parks a message that is none of ours, and goes on', async () => {
    const runner = join();
    await world.append({ key: A, n: 1 });
    await settled(1);
    await send({ key: A, value: 'not one of ours' });
    await world.append({ key: A, n: 2 });

    expect(await settled(2)).toEqual(numbered(A, 1, 2));
    const store = world.store(world.source);
    await until(async () => (await store.letters({})).length === 1);
    expect((await store.letters({}))[0]?.event).toMatchObject({ data: { key: A, value: 'not one of ours' } });
    expect(runner.problems()).toEqual([]);
  });

  it('goes on where the group’s own table says, not where Kafka thinks', async () => {
    await world.append(...numbered(A, 1, 5));
    const admin = kafkaOf(world.kafka).admin();
    await admin.connect();
    await until(async () => (await world.relay.position())?.position === 5);
    const ends = await admin.fetchTopicOffsets(topicOf(world.source));
    await admin.setOffsets({
      groupId: world.source,
      topic: topicOf(world.source),
      partitions: ends.map(({ partition, high }) => ({ partition, offset: high })),
    });
    await admin.disconnect();
    join();

    expect(await settled(5)).toEqual(numbered(A, 1, 5));
  });

  it('says so when the topics were set up anew, instead of losing events', async () => {
    await world.append(...numbered(A, 1, 30));
    const first = join();
    await settled(30);
    await first.stop();
    running.delete(first);
    await world.relay.stop();
    const admin = kafkaOf(world.kafka).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [topicOf(world.source)] });
    await until(async () => !(await admin.listTopics()).includes(topicOf(world.source)));
    await admin.disconnect();
    await world.publisher.close();
    await world.publisher.publish(world.source, (await logged()).slice(0, 2), { released: false });

    const second = join();
    await until(() => Promise.resolve(second.problems().length > 0));
    expect(second.problems()).toEqual([expect.stringContaining('set up anew')]);
  });

  it('carries an event of several megabytes among small ones', async () => {
    const [event] = await (async () => {
      await world.append(...numbered(A, 1, 1));
      return logged();
    })();
    if (!event) throw new Error('The log is empty.');
    const large = { ...event, id: event.causation, position: 2, data: { key: A, n: 2, text: 'x'.repeat(5_000_000) } };
    const after = { ...event, id: event.command, position: 3, data: { key: A, n: 3 } };
    await until(async () => (await world.relay.position())?.position === 1);
    await world.publisher.publish(world.source, [large, after], { released: false });
    join();

    expect(await settled(3)).toEqual(numbered(A, 1, 3));
  });

  it('changes from the embedded bus to Kafka and back without losing or doubling', async () => {
    const embedded = () =>
      new PgLogBus({
        logs: { [world.source]: world.database.logUrl },
        pool: world.database.pool,
        notices: SILENT,
        pollMs: 50,
        leaseMs: 1_000,
      });
    const change = async (bus: Bus, from: number, to: number) => {
      const runner = join(bus);
      for (let n = from; n <= to; n++) await world.append({ key: A, n }, { key: B, n });
      await settled(to * 2);
      await runner.stop();
      running.delete(runner);
    };
    await change(embedded(), 1, 5);
    await change(new KafkaBus(world.kafka), 6, 10);
    await change(embedded(), 11, 15);

    const all = await effects();
    expect(all).toHaveLength(30);
    for (const key of [A, B]) expect(all.filter((one) => one.key === key)).toEqual(numbered(key, 1, 15));
  });
});
