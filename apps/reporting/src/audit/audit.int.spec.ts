import { idOf } from '@bw/testing';
import type { Id } from '@bw/kernel';
import { director, House, sponsorOf, type Told } from '../testing/house.ts';
import { AuditQuery } from './audit.query.ts';

const [CLIENT, ENGAGEMENT, RISK, PLAN] = [idOf('client'), idOf('engagement'), idOf('risk'), idOf('plan')];
const place = { client: CLIENT, engagement: ENGAGEMENT };
const assessed = (likelihood: 1 | 2 | 3 | 4 | 5): Told => ({
  type: 'risk.RiskAssessed',
  data: {
    riskId: RISK,
    engagementId: ENGAGEMENT,
    rated: 'current',
    likelihood,
    impact: 4,
    score: likelihood * 4,
    policyVersion: 1,
    aboveAppetite: false,
    because: 'assessment',
  },
});
const cost = (amount: number, basis: 'project' | 'provider' = 'project'): Told => ({
  type: 'scheduling.ActualCostRecorded',
  data: {
    costId: idOf('cost', amount, basis),
    planId: PLAN,
    engagementId: ENGAGEMENT,
    activityId: idOf('activity'),
    amount,
    currency: 'EUR',
    basis,
  },
});

let house: House;
let audit: AuditQuery;
/** What was known before the cost was corrected. */
let uncorrected: string;

beforeAll(async () => {
  house = await House.open();
  house.directory.places.push({ ...place, code: 'E-1', title: 'Portal', zone: 'UTC', currency: 'EUR' });
  audit = new AuditQuery(house.database);
  await house.tell(assessed(2), { ...place, stream: `risk-${RISK}`, actor: idOf('maria') });
  await house.tell(assessed(5), { ...place, stream: `risk-${RISK}`, actor: idOf('peter') });
  const wrong = await house.tell(cost(70_000), place);
  uncorrected = (await house.readings.open(director, {})).view.cut;
  await house.tell(cost(50_000), { ...place, corrects: wrong.id });
  await house.tell(cost(90_000, 'provider'), place);
});
afterAll(() => house.close());

async function trail(more: Partial<Parameters<AuditQuery['trail']>[1]> = {}, cut?: string) {
  const asked = await house.readings.open(director, cut ? { cut } : {});
  const wanted = { engagement: ENGAGEMENT, withProviderCost: true, types: [], streams: [], ...more };
  return (await audit.trail(asked, wanted, { limit: 50 })).items;
}

describe('the trail', () => {
  it('is narrowed by type, actor, what it is about, and when it was recorded', async () => {
    const all = await trail();
    expect((await trail({ types: ['risk.*'] })).map(({ type }) => type)).toEqual(Array(2).fill('risk.RiskAssessed'));
    expect(await trail({ actor: idOf('maria') })).toMatchObject([{ type: 'risk.RiskAssessed' }]);
    expect(await trail({ about: PLAN })).toHaveLength(3);
    expect(await trail({ about: RISK })).toHaveLength(2);
    const [latest] = all;
    expect((await trail({ to: latest?.recorded ?? '' })).length).toBe(all.length - 1);
    expect(await trail({ from: latest?.recorded ?? '' })).toMatchObject([{ event: latest?.event ?? '' }]);
  });

  it('links a correction and what it corrects both ways, as far as it is known', async () => {
    const [, correction, wrong] = await trail({ types: ['scheduling.*'] });
    expect(correction?.corrects).toBe(wrong?.event);
    expect(wrong?.correctedBy).toBe(correction?.event);
    const [before] = await trail({ types: ['scheduling.*'] }, uncorrected);
    expect(before).toMatchObject({ event: wrong?.event ?? '' });
    expect(before?.correctedBy).toBeUndefined();
  });

  it('says what an event changed, from one to the next in its stream', async () => {
    const [second, first] = await trail({ streams: [`risk-${RISK}`], withChanges: true });
    expect(second?.changes).toEqual([
      { field: 'likelihood', before: '2', after: '5' },
      { field: 'score', before: '8', after: '20' },
    ]);
    expect(first?.changes).toContainEqual({ field: 'likelihood', after: '2' });
    const asked = await house.readings.open(director, {});
    expect(await audit.entry(asked, second?.event ?? '', true)).toMatchObject({ changes: second?.changes });
  });

  it('hides what the work costs the provider', async () => {
    const costs = (withProviderCost: boolean) => trail({ types: ['scheduling.*'], withProviderCost });
    expect([(await costs(true)).length, (await costs(false)).length]).toEqual([3, 2]);
    const [hidden] = await costs(true);
    const asked = await house.readings.open(sponsorOf(CLIENT), {});
    await expect(audit.entry(asked, hidden?.event ?? '', false)).rejects.toThrow('no event');
    await expect(audit.engagementOf(asked.principal.tenant, idOf('nothing') as Id)).rejects.toThrow('no event');
  });
});
