import { setTimeout as pause } from 'node:timers/promises';
import { type BusDatabase, freshBusDatabase } from './bus-database.suite.ts';
import { SILENT } from './bus.suite.ts';
import { LeaseLost } from './bus.ts';
import { Lease } from './lease.ts';

describe('a lease', () => {
  let database: BusDatabase;
  const held = new Set<Lease>();

  beforeAll(async () => {
    database = await freshBusDatabase();
  });
  afterEach(async () => {
    await Promise.all([...held].map((lease) => lease.release()));
    held.clear();
  });
  afterAll(() => database.close());

  function lease(name: string, leaseMs = 400): Lease {
    const made = new Lease({ name, pool: database.pool, notices: SILENT, leaseMs });
    held.add(made);
    return made;
  }

  const shortly = () => AbortSignal.timeout(300);
  const fenced = (one: Lease) => one.fence({ query: (sql, values) => database.pool.query(sql, values && [...values]) });

  it('is held by one at a time, for as long as it lives', async () => {
    const [first, second] = [lease('one'), lease('one')];
    expect(await first.acquire(shortly())).toBe(true);
    await pause(500); // longer than it holds without being renewed
    expect(await second.acquire(shortly())).toBe(false);
    await fenced(first);
  });

  it('goes on at once when it is given back', async () => {
    const [first, second] = [lease('two', 60_000), lease('two')];
    await first.acquire(shortly());
    await first.release();
    expect(await second.acquire(shortly())).toBe(true);
  });

  it('goes to another when its holder falls silent, who then cannot store anything', async () => {
    const [silent, next] = [lease('three'), lease('three')];
    await silent.acquire(shortly());
    await database.owner.query(`update bus.lease set until = now() - interval '1 second' where name = 'three'`);
    expect(await next.acquire(shortly())).toBe(true);

    await expect(fenced(silent)).rejects.toThrow(LeaseLost);
    await fenced(next);
  });

  it('is not taken over while its holder’s transaction is under way', async () => {
    const [holder, next] = [lease('four'), lease('four')];
    await holder.acquire(shortly());
    await database.owner.query(`update bus.lease set until = now() - interval '1 second' where name = 'four'`);
    const client = await database.pool.connect();
    await client.query('begin');
    await holder.fence({ query: (sql, values) => client.query(sql, values && [...values]) });
    let taken = false;
    const taking = next.acquire(new AbortController().signal).then(() => (taken = true));
    await pause(150);
    expect(taken).toBe(false);

    await client.query('rollback');
    client.release();
    await holder.release();
    await taking;
    expect(taken).toBe(true);
  });
});
