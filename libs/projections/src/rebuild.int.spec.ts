import { FactStore, factHashes, PgTwoTimes, promote, rebuild } from './index.ts';
import { FactDatabase, SMALL } from './testing/fact-database.ts';
import { asSaid, dayAfter, event, idOf, sources, TENANT } from './testing/histories.ts';

const all = { tenant: TENANT, engagements: 'all' } as const;
const OTHER_TENANT = '00000000-0000-4000-8000-00000000000b';

const history = Array.from({ length: 30 }, (_, index) =>
  event({
    source: 'scheduling',
    position: index + 1,
    tenant: index % 5 === 4 ? OTHER_TENANT : TENANT,
    effective: dayAfter(index % 11),
    facts: [
      { fact: 'flow', measure: 'cost', subject: 'a', amount: index },
      { fact: 'level', measure: 'rate', subject: 'a', value: index },
      { fact: 'decision', kind: 'baseline', subject: 'a', outcome: 'approved' },
    ],
    // Within the same tenant: five positions back.
    ...(index % 10 === 8 && { corrects: idOf('scheduling', index - 4) }),
  }),
);

describe('a rebuild', () => {
  let database: FactDatabase;
  beforeAll(async () => {
    database = await FactDatabase.open();
  });
  afterAll(() => database.close());

  it('from zero equals the live facts, row by row, and can take their place', async () => {
    await database.fold(history.slice(20), history.slice(0, 20));
    const live = await factHashes(database.owner);
    const before = await database.twoTimes
      .at({ asOf: dayAfter(9), cut: { scheduling: 25 } }, all)
      .flowSums({ measures: ['cost'] });

    const client = await database.owner.connect();
    const store = new FactStore({ sources, projections: [asSaid], settings: SMALL, schema: 'facts_next' });
    await rebuild({ owner: client, store, schema: 'facts_next', events: [history.slice(0, 7), history.slice(7)] });
    expect(await factHashes(client, 'facts_next')).toEqual(live);
    expect(live['flow_fact']?.rows).toBe(33);

    // What came meanwhile is not lost, nor is a view on the tables.
    await client.query('create view public.amounts as select amount from facts.flow_fact');
    const [late] = [event({ source: 'risk', position: 1, effective: dayAfter(1), facts: [] })];
    await database.fold([late]);
    const now = await factHashes(database.owner);
    await promote({ owner: client, store, schema: 'facts_next', events: [history.slice(25), [late]] });
    expect(Number((await client.query('select count(*) from public.amounts')).rows[0].count)).toBe(33);
    client.release();
    expect(await factHashes(database.owner)).toEqual(now);
    const after = await database.twoTimes
      .at({ asOf: dayAfter(9), cut: { scheduling: 25 } }, all)
      .flowSums({ measures: ['cost'] });
    expect(after).toEqual(before);
  });

  it('is called for where projections are others than those that told the facts', async () => {
    const client = await database.owner.connect();
    expect(await database.store.isOutdated(client)).toBe(false);
    const newer = new FactStore({ sources, projections: [{ ...asSaid, version: 2 }], settings: SMALL });
    const more = new FactStore({ sources, projections: [asSaid, { ...asSaid, name: 'another' }], settings: SMALL });
    expect([await newer.isOutdated(client), await more.isOutdated(client)]).toEqual([true, true]);
    client.release();
  });

  it('shows by its hash which table differs', async () => {
    const live = await factHashes(database.owner);
    await database.owner.query(`update facts.level_fact set value = '99' where event = $1`, [idOf('scheduling', 3)]);
    const changed = await factHashes(database.owner);
    const differing = Object.keys(live).filter((table) => live[table]?.hash !== changed[table]?.hash);
    expect(differing).toEqual(['level_fact']);
  });

  it('is asked for where bucket settings change', async () => {
    const store = new FactStore({ sources, projections: [asSaid], settings: { bucketDays: 1, segmentSize: 4 } });
    const client = await database.owner.connect();
    await expect(
      store.fold(
        client,
        [history[0]].filter((one) => one !== undefined),
      ),
    ).rejects.toThrow('Rebuild the facts');
    client.release();
  });

  it('never overwrites the live facts by mistake', async () => {
    const client = await database.owner.connect();
    await expect(rebuild({ owner: client, store: database.store, schema: 'facts', events: [] })).rejects.toThrow(
      'tables of its own',
    );
    client.release();
  });

  it('is read like the live facts before it takes their place', async () => {
    const client = await database.owner.connect();
    const store = new FactStore({ sources, projections: [asSaid], settings: SMALL, schema: 'facts_next' });
    await rebuild({ owner: client, store, schema: 'facts_next', events: [history] });
    client.release();
    const now = () => dayAfter(50);
    const beside = new PgTwoTimes({ pool: database.app, sources, now, schema: 'facts_next' });
    const point = await beside.resolve(TENANT, {});
    expect(point).toEqual({ asOf: dayAfter(50), cut: { scheduling: 30, risk: 0 } });
    expect(await beside.at(point, all).levels({ measures: ['rate'] })).toHaveLength(1);
  });
});
