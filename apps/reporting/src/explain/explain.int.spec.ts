import { director, House } from '../testing/house.ts';
import { planDesk } from '../testing/plan-desk.ts';
import { beginPlan, cost, dataDate, FIRST, progress, SAMPLE_LINES, SECOND } from '../testing/plan-story.ts';

const FRIDAY = '2027-03-05T17:00:00.000Z';
const WEDNESDAY = '2027-03-10T12:00:00.000Z';

describe('why this number', () => {
  let house: House;
  let desk: ReturnType<typeof planDesk>;

  beforeAll(async () => {
    house = await House.open();
    desk = planDesk(house);
    await beginPlan(house, { lines: SAMPLE_LINES });
    await house.take(
      dataDate(house, FRIDAY),
      progress(house, {
        activityId: FIRST,
        at: FRIDAY,
        actualStart: SAMPLE_LINES[0]?.start,
        actualDuration: 2400,
        remainingDuration: 600,
      }),
      cost(house, { activityId: FIRST, at: FRIDAY, amount: 90_000 }),
      cost(house, { activityId: FIRST, at: FRIDAY, amount: 5_000, basis: 'provider' }),
      dataDate(house, WEDNESDAY),
      progress(house, {
        activityId: FIRST,
        at: WEDNESDAY,
        actualStart: SAMPLE_LINES[0]?.start,
        actualDuration: 3000,
        remainingDuration: 0,
      }),
      progress(house, {
        activityId: SECOND,
        at: WEDNESDAY,
        actualStart: WEDNESDAY,
        actualDuration: 0,
        remainingDuration: 2400,
      }),
      cost(house, { activityId: FIRST, at: WEDNESDAY, amount: 25_000 }),
      cost(house, { activityId: SECOND, at: WEDNESDAY, amount: 50_000 }),
    );
  });
  afterAll(() => house.close());

  const explain = async (figure: 'EV' | 'AC' | 'CPI' | 'P_FACTOR' | 'PV', more = {}) =>
    desk.explain.explain(await desk.open(), { figure, esStepMinutes: 1, limit: 50, ...more });

  it('goes from an index to its figures, each with formula and version', async () => {
    const { figure, operands } = await explain('CPI');
    expect(figure).toMatchObject({
      id: 'CPI',
      text: 'EV / AC',
      from: ['EV', 'AC'],
      formulaVersion: 1,
      value: '0.9090909091',
    });
    expect(operands.map(({ id, amount }) => [id, amount])).toEqual([
      ['EV', 150_000],
      ['AC', 165_000],
    ]);
  });

  it('goes from a sum to its activities, which add up to it exactly', async () => {
    const { figure, groups } = await explain('EV');
    expect(groups.map(({ code, amount }) => [code, amount])).toEqual([
      ['A1', 100_000],
      ['A2', 50_000],
      ['A3', 0],
    ]);
    expect(groups.reduce((sum, { amount }) => sum + amount, 0)).toBe(figure.amount);
  });

  it('goes down to the events: who said it, when, for when', async () => {
    const { facts } = await explain('EV', { activity: FIRST });
    expect(facts).toMatchObject([
      { kind: 'baseline-line', activityId: FIRST, type: 'scheduling.BaselineLinesCaptured', amount: 100_000 },
      {
        kind: 'progress',
        activityId: FIRST,
        type: 'scheduling.ProgressRecorded',
        effective: WEDNESDAY,
        done: 3000,
        actor: expect.any(String),
      },
    ]);
  });

  it('shows cost of the project, never what the work costs the provider', async () => {
    const { facts, figure } = await explain('AC');
    expect(facts.map(({ amount }) => amount)).toEqual([90_000, 25_000, 50_000]);
    expect(figure.amount).toBe(165_000);
  });

  it('gives facts page by page, each once', async () => {
    const all = (await explain('P_FACTOR')).facts;
    expect(all).toHaveLength(5 + 1);
    const paged: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await explain('P_FACTOR', { limit: 2, ...(cursor && { cursor }) });
      paged.push(...page.facts);
      cursor = page.next;
    } while (cursor);
    expect(paged).toEqual(all);

    const first = await explain('AC', { limit: 2 });
    const second = await explain('AC', { limit: 2, cursor: first.next });
    expect([first, second].flatMap(({ facts }) => facts.map(({ amount }) => amount))).toEqual([90_000, 25_000, 50_000]);
    expect(second.next).toBeUndefined();
  });

  it.each(['nonsense', 'cost:nonsense', 'progress:-1'])('refuses %p as a cursor', async (cursor) => {
    await expect(explain('AC', { cursor })).rejects.toThrow('/cursor');
  });

  it('says why a figure has no value', async () => {
    const asked = await desk.open({ asOf: '2027-02-01T00:00:00.000Z' });
    const { figures } = await desk.evm.figures(asked, 1);
    expect(figures.find(({ id }) => id === 'CPI')).toMatchObject({ undefinedReason: 'NO_BASELINE', unit: 'ratio' });
    const { figure, groups } = await desk.explain.explain(asked, { figure: 'EV', esStepMinutes: 1, limit: 5 });
    expect([figure.undefinedReason, groups]).toEqual(['NO_BASELINE', []]);
  });

  it('knows no plan that is not there', async () => {
    await expect(desk.plans.open(director, {}, FIRST)).rejects.toThrow('There is no plan');
  });
});
