import { FixedClock } from '@bw/testing';
import { happened, request, TENANT } from '../event-store.suite.ts';
import { newId, PostgresEventStore } from '../index.ts';
import { freshLogDatabase, type LogDatabase } from './log-database.suite.ts';

describe('the chain of hashes', () => {
  let database: LogDatabase;
  let store: PostgresEventStore;
  const stream = `plan-${newId()}`;

  beforeAll(async () => {
    database = await freshLogDatabase();
    store = new PostgresEventStore({ source: 'test', pool: database.pool, clock: new FixedClock() });
  });
  beforeEach(async () => {
    await database.empty();
    const full = { engagement: newId(), client: newId(), reason: 'say "why"', onBehalfOf: 'user-2' };
    const day = { effectiveDay: '2026-03-01', effectiveZone: 'Asia/Kolkata', corrects: newId() };
    await store.append(
      request({ stream, ...full, events: [happened({ a: 1 }, day), happened({ text: 'ünïcode "🙂"' })] }),
    );
    await Promise.all([store.append(request()), store.append(request({ stream, expected: 2, reason: '' }))]);
    await store.append(request({ stream, expected: 3, events: [happened(null), happened([1.5, -0])] }));
  });
  afterAll(() => database.close());

  it('holds for what the log wrote', async () => {
    expect(await store.proof(TENANT, stream)).not.toHaveProperty('firstBroken');
    expect(await store.proof(TENANT, 'no-such-stream')).toEqual({ stream: 'no-such-stream', version: 0, links: [] });
  });

  it.each([
    ['changed data', `update log.event set data = '{"a":2}' where version = 1`, 1],
    ['the same data written otherwise', `update log.event set data = '{"a": 1}' where version = 1`, 1],
    ['another business time', `update log.event set effective = effective + interval '1 ms' where version = 2`, 2],
    ['another recorded time', `update log.event set recorded = recorded - interval '1 ms' where version = 4`, 4],
    ['another person', `update log.event set actor = 'somebody' where version = 3`, 3],
    ['an event that is gone', 'delete from log.event where version = 2', 2],
    ['an end that is gone', 'delete from log.event where version = 5', 5],
    [
      'two that changed places',
      'update log.event set version = case version when 1 then -2 else -1 end where version < 3; update log.event set version = -version where version < 0',
      1,
    ],
  ])('breaks at %s', async (_, sql, version) => {
    const { rows } = await database.ownerPool.query<{ stream_no: string }>(
      'select stream_no from log.stream where name = $1',
      [stream],
    );
    const only = `stream_no = ${rows[0]?.stream_no}`;
    await database.ownerPool.query(sql.replaceAll('where ', `where ${only} and `));
    expect(await store.proof(TENANT, stream)).toMatchObject({ firstBroken: version });
  });
});
