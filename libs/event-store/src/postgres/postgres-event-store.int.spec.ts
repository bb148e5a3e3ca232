import { FixedClock } from '@bw/testing';
import { Client } from 'pg';
import { describeEventStore, happened, OTHER_TENANT, readAll, request, TENANT } from '../event-store.suite.ts';
import { LOG_CHANNEL, LogBusy, newId, PostgresEventStore } from '../index.ts';
import { freshLogDatabase, type LogDatabase } from './log-database.suite.ts';

let database: LogDatabase;

beforeAll(async () => {
  database = await freshLogDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

const storeOn = ({ pool, readerPool }: LogDatabase, clock = new FixedClock()) =>
  new PostgresEventStore({ source: 'test', pool, readerPool, clock });

describe('the event store in PostgreSQL', () => {
  describeEventStore(async (clock) => storeOn(database, clock));

  it('loses nothing when two processes write through 32 writers', async () => {
    const stores = [storeOn(database), storeOn(database)];
    const writers = Array.from({ length: 32 }, async (_, writer) => {
      for (let i = 0; i < 20; i += 1) {
        await stores[writer % 2]?.append(
          request({ stream: `shared-${i % 5}`, expected: 'any', events: [happened(i), happened(i)] }),
        );
      }
    });
    await Promise.all(writers);
    const log = await readAll(storeOn(database));

    expect(log.map(({ position }) => position)).toEqual(Array.from({ length: 32 * 20 * 2 }, (_, i) => i + 1));
  });

  it('gathers what waits into few batches and says so once a batch', async () => {
    const listener = new Client({ connectionString: database.logUrl });
    const heard: (string | undefined)[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload));
    await listener.connect();
    await listener.query(`listen ${LOG_CHANNEL}`);

    const store = storeOn(database);
    await Promise.all(Array.from({ length: 600 }, () => store.append(request())));
    await store.drain();
    await listener.query('select 1');
    await listener.end();
    expect(heard).toEqual(['256', '512', '600']);
  });

  it('stores a batch without the command that the database refuses', async () => {
    const store = storeOn(database);
    const bad = store.append(request({ actor: 'nul \u0000 byte' }));
    const good = [store.append(request()), store.append(request())];

    await expect(bad).rejects.toThrow(/invalid byte sequence/);
    expect((await Promise.all(good)).map(({ position }) => position)).toEqual([1, 2]);
  });

  it('turns commands away when too many wait', async () => {
    const { pool, readerPool } = database;
    const store = new PostgresEventStore({
      source: 'test',
      pool,
      readerPool,
      clock: new FixedClock(),
      limits: { waitingCommands: 3 },
    });
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => store.append(request())));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(all[4]).toMatchObject({ reason: expect.any(LogBusy) as unknown });
  });

  it('recognises its own events after a connection broke in the middle', async () => {
    const store = storeOn(database);
    await store.append(request());
    const writing = Promise.all(Array.from({ length: 40 }, () => store.append(request())));
    await breakConnections(database);
    await writing;
    expect((await store.head()).position).toBe(41);
  });

  it('takes a large command alone', async () => {
    const store = storeOn(database);
    const events = Array.from({ length: 5_000 }, (_, i) => happened({ i, text: 'x'.repeat(400) }));
    const [small, large] = await Promise.all([store.append(request()), store.append(request({ events }))]);
    expect([small.position, large.position, large.version]).toEqual([1, 5_001, 5_000]);
  });

  it('cannot read the whole log without the reader’s connection', async () => {
    const { pool } = database;
    const store = new PostgresEventStore({ source: 'test', pool, clock: new FixedClock() });
    await expect(store.readLog(0, 10)).rejects.toThrow(/reader role/);
    expect(await store.head()).toEqual({ position: 0 });
  });
});

describe('the walls of the log', () => {
  beforeEach(async () => {
    const store = storeOn(database);
    await store.append(request({ tenant: TENANT, stream: 'mine' }));
    await store.append(request({ tenant: OTHER_TENANT, stream: 'yours' }));
  });

  const asApp = async (tenant: string | undefined, sql: string) => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      if (tenant !== undefined) await client.query("select set_config('app.tenant', $1, true)", [tenant]);
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  it('show the app the rows of its transaction’s tenant', async () => {
    expect(await asApp(TENANT, 'select name from log.stream')).toEqual([{ name: 'mine' }]);
    expect(await asApp(TENANT, 'select count(*)::int as n from log.event')).toEqual([{ n: 1 }]);
  });

  it.each([undefined, '', newId()])('show it nothing for the tenant %p', async (tenant) => {
    expect(await asApp(tenant, 'select * from log.stream')).toEqual([]);
    expect(await asApp(tenant, 'select * from log.event')).toEqual([]);
  });

  it.each([
    'insert into log.event select * from log.event',
    "update log.event set type = 'test.Other'",
    'delete from log.event',
    'update log.stream set version = 7',
    'update log.head set pos = 0',
    'select * from log.published_event',
    'alter table log.event disable row level security',
    'set role postgres',
  ])('keep the app from: %s', async (sql) => {
    await expect(asApp(TENANT, sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it.each(['select * from log.event', 'select * from log.stream', 'update log.head set pos = 0'])(
    'keep the reader from: %s',
    async (sql) => {
      await expect(database.readerPool.query(sql)).rejects.toThrow(/permission denied/);
    },
  );

  it('keep the reader from appending', async () => {
    const store = new PostgresEventStore({ source: 'test', pool: database.readerPool, clock: new FixedClock() });
    await expect(store.append(request())).rejects.toThrow(/permission denied/);
  });
});

/** As a restart of the server would. */
async function breakConnections({ databaseUrl }: LogDatabase): Promise<void> {
  const admin = new Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await admin.connect();
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename like $2', [
    new URL(databaseUrl).pathname.slice(1),
    '%app',
  ]);
  await admin.end();
}
