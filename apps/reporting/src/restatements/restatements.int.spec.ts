import { House, sponsorOf } from '../testing/house.ts';
import { planDesk } from '../testing/plan-desk.ts';
import { beginPlan, CLIENT, cost, dataDate, FIRST, progress, SAMPLE_LINES } from '../testing/plan-story.ts';
import { idOf } from '@bw/testing';

const FRIDAY = '2027-03-05T17:00:00.000Z';
const NEXT_FRIDAY = '2027-03-12T17:00:00.000Z';

describe('a report that is known better later', () => {
  let house: House;
  let desk: ReturnType<typeof planDesk>;
  let reported: string;

  beforeAll(async () => {
    house = await House.open();
    desk = planDesk(house);
    await beginPlan(house, { lines: SAMPLE_LINES });
    const first = progress(house, {
      activityId: FIRST,
      at: FRIDAY,
      actualStart: SAMPLE_LINES[0]?.start,
      actualDuration: 2400,
      remainingDuration: 0,
    });
    const spent = cost(house, { activityId: FIRST, at: FRIDAY, amount: 90_000 });
    await house.take(dataDate(house, FRIDAY), first, spent);
    reported = (await desk.open({ asOf: FRIDAY })).view.cut;
    await house.take(
      dataDate(house, NEXT_FRIDAY),
      progress(house, {
        activityId: FIRST,
        at: FRIDAY,
        actualStart: SAMPLE_LINES[0]?.start,
        actualDuration: 2400,
        remainingDuration: 2400,
        corrects: first.id,
        reason: 'Counted the wrong ward',
      }),
      cost(house, { activityId: FIRST, at: FRIDAY, amount: 95_000, corrects: spent.id }),
    );
  });
  afterAll(() => house.close());

  const figure = async (id: string, wanted: object) =>
    (await desk.evm.figures(await desk.open(wanted), 1)).figures.find((one) => one.id === id)?.amount;

  it('keeps what was reported, and shows what is known now', async () => {
    expect([
      await figure('EV', { asOf: FRIDAY, cut: reported }),
      await figure('AC', { asOf: FRIDAY, cut: reported }),
    ]).toEqual([100_000, 90_000]);
    expect([await figure('EV', { asOf: FRIDAY }), await figure('AC', { asOf: FRIDAY })]).toEqual([50_000, 95_000]);
  });

  it('itemises the difference down to the events, with who and why; the items sum to it', async () => {
    const restated = await desk.restatements.restate(
      { before: await desk.open({ asOf: FRIDAY, cut: reported }), after: await desk.open({ asOf: FRIDAY }) },
      1,
    );
    expect(restated.difference).toEqual({ pv: 0, ev: -50_000, ac: 5_000 });
    expect(restated.items).toMatchObject([{ activityId: FIRST, code: 'A1', pv: 0, ev: -50_000, ac: 5_000 }]);
    const causes = restated.items[0]?.causes.map(({ cause, fact }) => [
      cause,
      fact.kind,
      fact.amount ?? fact.remaining,
      fact.reason,
    ]);
    expect(causes).toEqual([
      ['replaced', 'progress', 0, undefined],
      ['learned', 'progress', 2400, 'Counted the wrong ward'],
      ['learned', 'cost', 95_000, undefined],
      ['learned', 'cost', -90_000, undefined],
    ]);
    const changed = new Map(restated.figures.map(({ id, amount, value }) => [id, amount ?? value]));
    expect([changed.get('EV'), changed.get('AC'), changed.get('CPI'), changed.has('PV')]).toEqual([
      -50_000,
      5_000,
      '-0.5847953216',
      false,
    ]);
  });

  it('finds nothing between a cut and itself', async () => {
    const asked = await desk.open({ asOf: FRIDAY, cut: reported });
    expect(await desk.restatements.restate({ before: asked, after: asked }, 1)).toMatchObject({
      figures: [],
      items: [],
      decisions: [],
    });
  });

  it('is nothing that another client knows of', async () => {
    await expect(desk.open({}, sponsorOf(CLIENT))).resolves.toMatchObject({ planId: expect.any(String) });
    await expect(desk.open({}, sponsorOf(idOf('other client')))).rejects.toThrow('There is no plan');
  });
});
