import { idOf } from '@bw/testing';
import { director, House, type Told } from '../testing/house.ts';
import { RegisterQuery } from './register.query.ts';

const [ENGAGEMENT, RISK] = [idOf('engagement'), idOf('risk')];
const place = { client: idOf('client'), engagement: ENGAGEMENT };
const ids = { riskId: RISK, engagementId: ENGAGEMENT };
const levels = [1, 2, 3, 4, 5] as const;
const policy = (tolerance: number, version: number) => ({
  scales: {
    likelihood: levels.map((level) => ({ level, name: `step ${level}`, upToBp: level * 2_000 })),
    impact: levels.map((level) => ({ level, name: `step ${level}` })),
  },
  matrix: levels.map((likelihood) => ({ likelihood, scores: levels.map((impact) => likelihood * impact) })),
  appetite: { tolerance, bands: [{ upTo: 25, role: 'sponsor' }] },
  version,
});
const told: readonly (readonly [day: string, fact: Told])[] = [
  ['2027-01-01', { type: 'risk.RiskPolicyAgreed', data: { ...policy(9, 1), engagementId: ENGAGEMENT } }],
  [
    '2027-01-02',
    {
      type: 'risk.RiskIdentified',
      data: {
        ...ids,
        title: 'Late hardware',
        kind: 'threat',
        category: 'supply',
        cause: 'One supplier',
        event: 'It delivers late',
        effect: 'Go-live slips',
        likelihood: 3,
        impact: 3,
        score: 9,
        policyVersion: 1,
        aboveAppetite: false,
      },
    },
  ],
  [
    '2027-01-03',
    {
      type: 'risk.RiskAccepted',
      data: {
        ...ids,
        score: 9,
        policyVersion: 1,
        role: 'project-manager',
        mode: 'active',
        expires: '2027-01-10T00:00:00.000Z',
      },
    },
  ],
  ['2027-01-10', { type: 'risk.RiskExpired', data: { ...ids, expired: '2027-01-10T00:00:00.000Z' } }],
  ['2027-01-12', { type: 'risk.RiskPolicyAmended', data: { ...policy(4, 2), engagementId: ENGAGEMENT } }],
];

let house: House;
beforeAll(async () => {
  house = await House.open();
  house.directory.places.push({ ...place, code: 'E-1', title: 'Portal', zone: 'UTC', currency: 'EUR' });
  for (const [day, fact] of told) await house.tell(fact, { ...place, effective: `${day}T00:00:00.000Z` });
});
afterAll(() => house.close());

const register = new RegisterQuery();
const at = async (day: string) => (await house.readings.open(director, { asOf: `${day}T12:00:00.000Z` })).reading;

describe('the register', () => {
  it('is read by the policy of its day', async () => {
    expect(await register.policy(await at('2026-12-31'), ENGAGEMENT)).toBeUndefined();
    const tolerances = await Promise.all(
      ['2027-01-11', '2027-01-12'].map(async (day) => (await register.policy(await at(day), ENGAGEMENT))?.appetite),
    );
    expect(tolerances.map((appetite) => appetite?.tolerance)).toEqual([9, 4]);
  });

  it('tells an acceptance that ran out from a risk that was never accepted', async () => {
    const of = async (day: string) => (await register.risks(await at(day), ENGAGEMENT))[0];
    expect((await of('2027-01-02'))?.acceptanceExpired).toBeUndefined();
    expect(await of('2027-01-05')).toMatchObject({ state: 'accepted', acceptedUntil: '2027-01-10T00:00:00.000Z' });
    expect(await of('2027-01-11')).toMatchObject({ state: 'open', acceptanceExpired: true });
  });
});
