import { setTimeout as pause } from 'node:timers/promises';
import { type BusDatabase, freshBusDatabase, SOURCE } from './bus-database.suite.ts';
import { TENANTS, until } from './bus.suite.ts';
import { type Batch, Bus, HEADS, type Subscribed, type Subscription } from './bus.ts';
import { ConsumerRunner } from './consumer-runner.ts';
import type { Transaction } from './delivery.ts';
import type { Applier } from './event-applier.ts';
import { PgConsumerStore } from './pg-consumer-store.ts';

/** Hands over what a test gives it. */
class HandBus extends Bus {
  subscription?: Subscription;

  override subscribe(subscription: Subscription): Subscribed {
    this.subscription = subscription;
    return { stop: () => Promise.resolve(), abandon: () => Promise.resolve(), problems: () => [] };
  }

  async hand(batch: Omit<Batch, 'source' | 'partitions'>): Promise<void> {
    await this.subscription?.handle({ source: SOURCE, partitions: 1, ...batch }, AbortSignal.timeout(20_000));
  }
}

describe('events and watermarks of one source', () => {
  let database: BusDatabase;

  beforeAll(async () => {
    database = await freshBusDatabase();
    await database.owner.query(
      `create table complete (source text primary key); insert into complete values ('${SOURCE}')`,
    );
  });
  afterAll(() => database.close());

  it('take turns where both write how far it is complete: none is sent back by a deadlock', async () => {
    const said: string[] = [];
    const note = (line: string) => void said.push(line);
    const lockComplete = (tx: Transaction) => tx.query('select from complete where source = $1 for update', [SOURCE]);
    const folding = Promise.withResolvers<void>();
    const bus = new HandBus();
    const applier: Applier = {
      apply: async ({ tx }) => {
        await lockComplete(tx);
        folding.resolve();
        await pause(300); // long enough for the other transaction to come to its first lock
      },
    };
    const runner = new ConsumerRunner({
      bus,
      store: new PgConsumerStore('readers', database.pool),
      appliers: new Map([[SOURCE, applier]]),
      notices: { log: note, warn: note, error: note },
      onWatermark: async (_watermark, tx) => void (await lockComplete(tx)),
    });
    runner.start();
    await bus.hand({ partition: 0, events: [], nextOffset: 0, mark: { position: 0 } });
    await bus.hand({
      partition: HEADS,
      events: [],
      nextOffset: 1,
      head: { position: 0, at: '2026-03-01T08:00:00.000Z' },
    });

    await database.append({ key: `${TENANTS[0]}/a`, n: 1 });
    const { rows } = await database.owner.query<{ id: string; recorded: Date }>('select id, recorded from log.event');
    const [row] = rows;
    if (!row) throw new Error('The log is empty.');
    const event = eventOf(row);
    const events = bus.hand({ partition: 0, events: [{ event, offset: 0 }], nextOffset: 1, mark: { position: 1 } });
    await folding.promise;
    const at = new Date(row.recorded.getTime() + 1).toISOString();
    await Promise.all([events, bus.hand({ partition: HEADS, events: [], nextOffset: 2, head: { position: 0, at } })]);

    expect(said).toEqual([]);
    const store = new PgConsumerStore('readers', database.pool);
    await until(async () => (await store.positions())[0]?.position === 1);
    await runner.stop();
  });
});

const eventOf = ({ id, recorded }: { readonly id: string; readonly recorded: Date }) => ({
  id,
  type: 'suite.Happened',
  version: 1,
  source: SOURCE,
  tenant: TENANTS[0],
  stream: 'suite-1',
  streamVersion: 1,
  position: 1,
  key: `${TENANTS[0]}/a`,
  effective: recorded.toISOString(),
  recorded: recorded.toISOString(),
  actor: 'system:suite',
  command: id,
  correlation: id,
  causation: id,
  data: { key: `${TENANTS[0]}/a`, n: 1 },
});
