import { Client } from 'pg';
import { NotYet, UnclearPoint, UnreadableCursor } from './index.ts';
import { FactDatabase } from './testing/fact-database.ts';
import { dayAfter, ENGAGEMENTS, event, idOf, TENANT } from './testing/histories.ts';
import type { ProjectedFact } from './facts.ts';

const OTHER_TENANT = '00000000-0000-4000-8000-00000000000b';
const all = { tenant: TENANT, engagements: 'all' } as const;
const cost = (amount: number, subject = 'a'): ProjectedFact => ({ fact: 'flow', measure: 'cost', subject, amount });
const at = (second: number): string => new Date(Date.UTC(2026, 2, 1, 12, 0, second)).toISOString();

interface Short {
  readonly second?: number;
  readonly source?: string;
  readonly facts?: readonly ProjectedFact[];
  readonly corrects?: string;
  readonly tenant?: string;
  readonly engagement?: string;
}

const told = (
  position: number,
  { second = position, source = 'scheduling', facts = [cost(position)], ...rest }: Short = {},
) => event({ source, position, recorded: at(second), effective: dayAfter(1), facts, ...rest });

describe('finding a point', () => {
  let database: FactDatabase;
  beforeAll(async () => {
    database = await FactDatabase.open();
  });
  beforeEach(async () => {
    await database.empty();
  });
  afterAll(() => database.close());

  const resolve = (wanted: object) => database.twoTimes.resolve(TENANT, wanted);

  it('takes everything up to the first gap of each log, and the clock', async () => {
    await database.fold([told(1), told(2), told(4), told(1, { source: 'risk' })]);
    expect(await resolve({})).toEqual({ asOf: '2026-06-01T00:00:00.000Z', cut: { scheduling: 2, risk: 1 } });

    await database.fold([told(3)]);
    expect((await resolve({})).cut).toEqual({ scheduling: 4, risk: 1 });
  });

  it('turns an instant into the last position recorded by then, log by log, whatever their clocks say', async () => {
    await database.fold([
      told(1, { second: 1 }),
      told(2, { second: 5 }),
      told(3, { second: 5 }),
      told(4, { second: 9 }),
    ]);
    await database.fold([told(1, { source: 'risk', second: 2 }), told(2, { source: 'risk', second: 30 })]);
    const cutAt = async (second: number) => (await resolve({ knownAt: at(second) })).cut;

    expect(await cutAt(0)).toEqual({ scheduling: 0, risk: 0 });
    expect(await cutAt(1)).toEqual({ scheduling: 1, risk: 0 });
    expect(await cutAt(5)).toEqual({ scheduling: 3, risk: 1 });
    expect(await cutAt(8)).toEqual({ scheduling: 3, risk: 1 });
  });

  it('answers for an instant after the last event of a quiet log once the bus says that nothing more came', async () => {
    await database.fold([told(1), told(1, { source: 'risk' })]);
    await expect(resolve({ knownAt: at(60) })).rejects.toMatchObject({ missing: { scheduling: 2, risk: 2 } });
    await database.store.complete(database.app, { source: 'scheduling', position: 1, at: at(60) });
    await database.store.complete(database.app, { source: 'risk', position: 1, at: at(61) });
    expect((await resolve({ knownAt: at(60) })).cut).toEqual({ scheduling: 1, risk: 1 });

    // What the bus says later never takes this back.
    await database.store.complete(database.app, { source: 'risk', position: 1, at: at(30) });
    expect((await resolve({ knownAt: at(60) })).cut).toEqual({ scheduling: 1, risk: 1 });
    await expect(resolve({ knownAt: at(61) })).rejects.toThrow(NotYet);
  });

  it('does not believe that a log is complete while events of it are missing here', async () => {
    await database.fold([told(1), told(1, { source: 'risk' })]);
    for (const source of ['scheduling', 'risk', 'nobody']) {
      await database.store.complete(database.app, { source, position: source === 'scheduling' ? 3 : 1, at: at(90) });
    }
    await expect(resolve({ knownAt: at(60) })).rejects.toMatchObject({ missing: { scheduling: 2 } });
  });

  it('goes on over events that somebody decided to leave out', async () => {
    await database.fold([told(1), told(3)]);
    await database.store.leaveOut(database.app, 'scheduling', [told(2), told(1)]);
    expect((await resolve({})).cut).toEqual({ scheduling: 3, risk: 0 });
    await database.fold([told(2)]);
    const flows = await database.twoTimes.at(await resolve({}), all).flows({ measures: ['cost'] });
    expect(flows.map(({ amount }) => amount)).toEqual([1, 3]);
  });

  it('waits for a position, then says what is missing', async () => {
    await database.fold([told(1)]);
    const soon = resolve({ minPosition: 'scheduling:2' });
    await database.fold([told(2)]);
    expect((await soon).cut).toMatchObject({ scheduling: 2 });
    await expect(resolve({ minPosition: 'scheduling:9,risk:1' })).rejects.toMatchObject({
      missing: { scheduling: 9, risk: 1 },
    });
    await expect(resolve({ cut: 's9' })).rejects.toThrow('Not taken in yet: scheduling:9.');
  });

  it('answers with the events that are new', async () => {
    const client = await database.owner.connect();
    const fold = async (...events: ReturnType<typeof told>[]) =>
      (await database.store.fold(client, events)).map(({ position }) => position);
    expect([await fold(told(1), told(3)), await fold(told(2), told(3), told(1)), await fold(told(2))]).toEqual([
      [1, 3],
      [2],
      [],
    ]);
    client.release();
  });

  it('repeats a reading by its cut', async () => {
    await database.fold([told(1), told(2)]);
    const point = await resolve({ asOf: dayAfter(9) });
    const token = database.twoTimes.token(point.cut);
    await database.fold([told(3)]);
    expect(await resolve({ asOf: dayAfter(9), cut: token })).toEqual(point);
    expect(database.twoTimes.cut(token)).toEqual(point.cut);
  });

  it('refuses wishes that contradict themselves', async () => {
    await database.fold([told(1), told(2)]);
    await expect(resolve({ cut: 's1', knownAt: at(1) })).rejects.toThrow(UnclearPoint);
    await expect(resolve({ cut: 's1', minPosition: 'scheduling:2' })).rejects.toThrow('before the wanted scheduling:2');
  });

  it('applies a correction that comes before what it corrects', async () => {
    const corrected = told(1, { facts: [cost(10), { fact: 'level', subject: 'a', measure: 'rate', value: 7 }] });
    const correction = told(2, {
      facts: [cost(12), { fact: 'level', subject: 'a', measure: 'rate', value: 8 }],
      corrects: idOf('scheduling', 1),
    });
    await database.fold([correction], [corrected]);
    const read = async (position: number) => {
      const reading = database.twoTimes.at({ asOf: dayAfter(2), cut: { scheduling: position } }, all);
      const [sum] = await reading.flowSums({ measures: ['cost'] });
      const [level] = await reading.levels({ measures: ['rate'] });
      return [sum?.amount, level?.value];
    };
    expect([await read(0), await read(1), await read(2)]).toEqual([
      [undefined, undefined],
      [10, 7],
      [12, 8],
    ]);
    const rows = await database.twoTimes
      .at({ asOf: dayAfter(2), cut: { scheduling: 2 } }, all)
      .flows({ measures: ['cost'] });
    expect(rows.map(({ amount, corrects }) => [amount, corrects])).toEqual([
      [10, undefined],
      [12, undefined],
      [-10, corrected.id],
    ]);
  });

  it('gives flows page by page', async () => {
    await database.fold([told(1), told(2), told(3)]);
    const reading = database.twoTimes.at(await resolve({}), all);
    const first = await reading.flowPage({ measures: ['cost'], limit: 2 });
    const second = await reading.flowPage({ measures: ['cost'], limit: 2, after: first.next ?? '' });
    expect([first, second].map(({ flows }) => flows.map(({ amount }) => amount))).toEqual([[1, 2], [3]]);
    expect(second.next).toBeUndefined();
    await expect(reading.flowPage({ measures: ['cost'], limit: 2, after: 'x' })).rejects.toThrow(UnreadableCursor);
  });

  it('keeps the civil day beside its instant, on the days when clocks change too', async () => {
    // Midnight in Warsaw before and after the change of 29 March 2026: 23 hours apart.
    const days = [
      ['2026-03-29', '2026-03-28T23:00:00.000Z'],
      ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ] as const;
    const facts = days.map(([day, instant], index) => ({
      ...cost(index + 1),
      effective: { at: instant, day, zone: 'Europe/Warsaw' },
    }));
    await database.fold([told(1, { facts })]);
    const { cut } = await resolve({});
    const seen = async (asOf: string) =>
      (await database.twoTimes.at({ asOf, cut }, all).flows({ measures: ['cost'] })).map(({ day }) => day);
    expect(await seen('2026-03-29T21:59:59.999Z')).toEqual(['2026-03-29']);
    expect(await seen('2026-03-29T22:00:00.000Z')).toEqual(['2026-03-29', '2026-03-30']);
  });

  it('finds subjects by the one they are within', async () => {
    const within = ['plan', 'plan/a', 'plan/b', 'plan2/a', 'plan0'].map((subject, index) => cost(index + 1, subject));
    await database.fold([told(1, { facts: within })]);
    const reading = database.twoTimes.at(await resolve({}), all);
    const sums = await reading.flowSums({ measures: ['cost'], within: 'plan' });
    expect(sums.map(({ subject }) => subject)).toEqual(['plan/a', 'plan/b']);
    expect(await reading.flowSums({ measures: ['cost'], within: 'plan', by: 'engagement' })).toMatchObject([
      { amount: 5 },
    ]);
  });

  it('shows a list of engagements no others', async () => {
    const [mine, theirs] = ENGAGEMENTS;
    await database.fold([told(1, { engagement: mine }), told(2, { engagement: theirs })]);
    const point = await resolve({});
    const reading = database.twoTimes.at(point, { tenant: TENANT, engagements: [mine] });
    expect(await reading.flowSums({ measures: ['cost'] })).toMatchObject([{ engagement: mine, amount: 1 }]);
    expect(await reading.flowSums({ measures: ['cost'], engagement: theirs })).toEqual([]);
    expect(await reading.flowSums({ measures: ['cost'], by: 'engagement', engagement: theirs })).toEqual([]);
  });

  it('shows a tenant no other tenant, not even without a condition', async () => {
    await database.fold([told(1), told(2, { tenant: OTHER_TENANT })]);
    const point = await resolve({});
    const theirs = await database.twoTimes.at(point, { ...all, tenant: OTHER_TENANT }).flows({ measures: ['cost'] });
    expect(theirs.map(({ amount }) => amount)).toEqual([2]);

    const { rows } = await database.app.query('select * from facts.flow_fact');
    expect(rows).toEqual([]);
    const client = await database.app.connect();
    await client.query(`begin; set local app.tenant = '${OTHER_TENANT}'`);
    const visible = await client.query('select amount from facts.flow_fact');
    await client.query('rollback');
    client.release();
    expect(visible.rows).toEqual([{ amount: '2' }]);
  });

  it('refuses events of two tenants in one go, fractions, and unknown logs', async () => {
    const client = { query: () => Promise.reject(new Error('not reached')) } as unknown as Client;
    await expect(database.store.fold(client, [told(1), told(2, { tenant: OTHER_TENANT })])).rejects.toThrow(
      'one tenant at a time',
    );
    await expect(database.fold([told(1, { facts: [cost(0.5)] })])).rejects.toThrow('must be a whole number, not 0.5');
    await expect(database.fold([told(1, { source: 'nobody' })])).rejects.toThrow('No source log is called "nobody"');
  });
});
