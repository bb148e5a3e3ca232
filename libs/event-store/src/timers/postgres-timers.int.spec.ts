import { FixedClock } from '@bw/testing';
import { PostgresTimers } from '../index.ts';
import { Pool } from 'pg';
import { freshLogDatabase, type LogDatabase } from '../postgres/log-database.suite.ts';
import { describeTimers, timer, until } from './timers.suite.ts';

describe('timers in PostgreSQL', () => {
  let database: LogDatabase;
  beforeAll(async () => {
    database = await freshLogDatabase();
  });
  beforeEach(async () => {
    await database.ownerPool.query('truncate log.timer');
  });
  afterAll(() => database.close());

  describeTimers(async (options) => new PostgresTimers({ pool: database.pool, ...options }));

  const clock = new FixedClock();
  const processWith = (handle: (key: string) => Promise<void>, leaseMs = 60_000) => {
    const timers = new PostgresTimers({ pool: database.pool, clock, report: () => {}, leaseMs });
    timers.on('remind', ({ key }) => handle(key));
    return timers;
  };

  it('are fired by one process each', async () => {
    const fired: string[] = [];
    const processes = [1, 2, 3].map(() => processWith(async (key) => void fired.push(key)));
    const keys = Array.from({ length: 30 }, (_, i) => `key-${i}`);
    for (const key of keys) await processes[0]?.set(timer(key, -1));
    const counts = await Promise.all(processes.map((one) => one.fireDue()));

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(fired.sort()).toEqual(keys.sort());
  });

  it('are claimed one at a time, however the database plans it', async () => {
    // Believing the table almost empty it joins row by row: then a subquery that claims may run for each of them.
    await database.ownerPool.query('vacuum analyze log.timer');
    const options =
      '-c enable_hashjoin=off -c enable_mergejoin=off -c enable_material=off -c enable_indexscan=off -c enable_bitmapscan=off';
    const pool = new Pool({ connectionString: database.databaseUrl, options });
    const fired: string[] = [];
    const timers = new PostgresTimers({ pool, clock, report: () => {} });
    timers.on('remind', async ({ key }) => void fired.push(key));
    const keys = ['a', 'b', 'c', 'd', 'e'];
    for (const key of keys) await timers.set(timer(key, -1));

    expect(await timers.fireDue()).toBe(keys.length);
    expect(fired.sort()).toEqual(keys);
    await pool.end();
  });

  it('are fired by another process when the first one died over them', async () => {
    const dead = processWith(() => new Promise(() => {}), 50);
    const fired: string[] = [];
    const alive = processWith(async (key) => void fired.push(key));
    await dead.set(timer('a', 0));
    void dead.fireDue();

    await until(async () => (await alive.fireDue()) > 0 || fired.length > 0);
    expect(fired).toEqual(['a']);
  });

  it('survive a restart', async () => {
    await processWith(async () => {}).set(timer('a', 0));
    const fired: string[] = [];
    await processWith(async (key) => void fired.push(key)).fireDue();
    expect(fired).toEqual(['a']);
  });
});
