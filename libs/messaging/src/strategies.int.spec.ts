import type { Event } from '@bw/contracts-base';
import { WallClock } from '@bw/event-store';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, Payload } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type BusDatabase, freshBusDatabase, SOURCE } from './bus-database.suite.ts';
import { type Effect, SILENT, TENANTS, until } from './bus.suite.ts';
import type { BatchDelivery, Delivery } from './delivery.ts';
import { OnBatches, OnEvents } from './on-events.ts';
import { PgLogStrategy } from './strategies.ts';

const KEY = `${TENANTS[0]}/a`;

/** What the handlers below have seen, per application. */
class Seen {
  readonly first: number[] = [];
  readonly second: number[] = [];
  readonly batches: number[][] = [];
  poison?: number;
}

@Controller()
class FirstConsumer {
  constructor(private readonly seen: Seen) {}

  @OnEvents(SOURCE)
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    return delivery.take<{ type: 'suite.Happened'; data: Effect }>(message, {
      'suite.Happened': async ({ key, n }, { tx }) => {
        if (n === this.seen.poison) throw Object.assign(new Error('It is what it is.'), { code: '23505' });
        await tx.query('insert into effect (grp, tenant, key, n) values ($1, $2, $3, $4)', [
          'nest',
          key.slice(0, 36),
          key,
          n,
        ]);
        this.seen.first.push(n);
      },
    });
  }
}

@Controller()
class SecondConsumer {
  constructor(private readonly seen: Seen) {}

  @OnEvents(SOURCE)
  on(@Payload() event: Event<string, Effect>): void {
    this.seen.second.push(event.data.n);
  }

  @OnBatches(SOURCE)
  fold(@Payload() events: readonly Event<string, Effect>[], @Ctx() delivery: BatchDelivery): void {
    if (delivery.tenant === TENANTS[0]) this.seen.batches.push(events.map(({ data }) => data.n));
  }
}

@Module({ controllers: [FirstConsumer, SecondConsumer], providers: [Seen] })
class Consumers {}

describe('a Nest application on the log bus', () => {
  let database: BusDatabase;
  let app: NestFastifyApplication;
  let strategy: PgLogStrategy;
  let seen: Seen;

  beforeAll(async () => {
    database = await freshBusDatabase();
  });
  beforeEach(async () => {
    await database.empty();
    ({ app, strategy } = await start('nest'));
    seen = app.get(Seen);
  });
  afterEach(() => app.close());
  afterAll(() => database.close());

  async function start(group: string) {
    const { pool, logUrl } = database;
    const made = await NestFactory.create<NestFastifyApplication>(Consumers, new FastifyAdapter(), { logger: false });
    const transport = new PgLogStrategy({
      group,
      pool,
      logs: { [SOURCE]: logUrl },
      clock: new WallClock(),
      notices: SILENT,
    });
    made.connectMicroservice({ strategy: transport }, { inheritAppConfig: true });
    await made.startAllMicroservices();
    return { app: made, strategy: transport };
  }

  const numbers = (to: number) => Array.from({ length: to }, (_, index) => index + 1);

  it('hands each event to every handler in order, and runs of them to those that take batches', async () => {
    await database.append(...numbers(20).map((n) => ({ key: KEY, n })));
    await until(async () => (await database.effects('nest')).length === 20);

    expect(seen.first).toEqual(numbers(20));
    expect(seen.second).toEqual(numbers(20));
    expect(seen.batches.flat()).toEqual(numbers(20));
  });

  it('says how far it is, and when all is consumed', async () => {
    expect(await strategy.hasConsumed({ [SOURCE]: 0 })).toBe(true);
    await database.append({ key: KEY, n: 1 }, { key: KEY, n: 2 });
    await until(() => strategy.hasConsumed({ [SOURCE]: 2, other: 99 }));

    expect(await strategy.positions()).toEqual([
      expect.objectContaining({ source: SOURCE, position: 2, head: 2, lagEvents: 0, lagSeconds: 0, parked: 0 }),
    ]);
    expect(await strategy.hasConsumed({ [SOURCE]: 3 })).toBe(false);
    expect(strategy.problems()).toEqual([]);
  });

  it('parks what fails, for the reason that it failed for', async () => {
    seen.poison = 2;
    await database.append({ key: KEY, n: 1 }, { key: KEY, n: 2 }, { key: KEY, n: 3 });
    await until(async () => (await strategy.deadLetters?.list())?.length === 2);
    const letters = (await strategy.deadLetters?.list()) ?? [];
    expect(letters.map(({ reason }) => reason)).toEqual(['It is what it is.', expect.stringContaining('is parked')]);

    seen.poison = undefined;
    await strategy.deadLetters?.retry({ source: SOURCE, key: KEY });
    expect((await database.effects('nest')).map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('lives beside another one in the same process', async () => {
    const other = await start('other');
    await database.append({ key: KEY, n: 1 });
    await until(() => Promise.resolve(other.app.get(Seen).second.length === 1 && seen.second.length === 1));
    await other.app.close();
    await database.append({ key: KEY, n: 2 });
    await until(() => Promise.resolve(seen.second.length === 2));
    expect(other.app.get(Seen).second).toEqual([1]);
  });

  it('reads no more once it is closed', async () => {
    await database.append({ key: KEY, n: 1 });
    await until(() => strategy.hasConsumed({ [SOURCE]: 1 }));
    await app.close();
    await database.append({ key: KEY, n: 2 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.second).toEqual([1]);
  });

  it('refuses handlers of anything else', () => {
    expect(() => strategy.addHandler('sum', () => Promise.resolve(1))).toThrow('use @OnEvents or @OnBatches');
  });
});
