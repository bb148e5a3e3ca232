import { FixedClock } from '@bw/testing';
import { PostgresTimers } from '../index.ts';
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

  it('are claimed one at a time, also where the database believes that there is only one', async () => {
    const fired: string[] = [];
    const timers = processWith(async (key) => void fired.push(key));
    await timers.set(timer('lonely', 60));
    await database.ownerPool.query('analyze log.timer'); // from now on a join reads the timers first, and asks anew for each
    const keys = ['a', 'b', 'c', 'd', 'e'];
    for (const key of keys) await timers.set(timer(key, -1));

    expect(await timers.fireDue()).toBe(keys.length);
    expect(fired.sort()).toEqual(keys);
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
