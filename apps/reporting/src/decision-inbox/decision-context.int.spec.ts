import { idOf } from '@bw/testing';
import { director, House, type Told } from '../testing/house.ts';
import { DecisionContextQuery } from './decision-context.query.ts';
import { DecisionInboxQuery } from './decision-inbox.query.ts';

const [CLIENT, ENGAGEMENT, PLAN, CALENDAR] = [idOf('client'), idOf('engagement'), idOf('plan'), idOf('calendar')];
const place = { client: CLIENT, engagement: ENGAGEMENT };
const at = { zone: 'UTC', currency: 'EUR' };
const hashOf = (name: string) => (name === 'first' ? 'a' : 'b').repeat(64);
const totals = (bac: number) => ({
  activities: 3,
  bac,
  start: '2027-03-01T08:00:00.000Z',
  finish: '2027-03-22T17:00:00.000Z',
});
const captured = (name: string, bac: number): Told => ({
  type: 'scheduling.BaselineCaptured',
  data: {
    baselineId: idOf(name),
    planId: PLAN,
    engagementId: ENGAGEMENT,
    dataDate: '2027-03-01T08:00:00.000Z',
    ...at,
    calendarId: CALENDAR,
    projectStart: '2027-03-01T08:00:00.000Z',
    planVersion: 1,
    hash: hashOf(name),
    totals: totals(bac),
  },
});
const ofApproval = (name: string) => ({
  approvalId: idOf('approval', name),
  engagementId: ENGAGEMENT,
  kind: 'baseline' as const,
  subject: idOf(name),
  contentHash: hashOf(name),
});
const requested = (name: string, bac: number): Told => ({
  type: 'engagement.ApprovalRequested',
  data: {
    ...ofApproval(name),
    clientId: CLIENT,
    planId: PLAN,
    impact: { ...totals(bac), currency: 'EUR' },
    defaultOutcome: 'refused',
    requestedBy: idOf('manager'),
  },
});
const granted = (name: string): Told => ({
  type: 'engagement.ApprovalGranted',
  data: { ...ofApproval(name), by: idOf('sponsor'), reason: 'As agreed.' },
});
const approved = (name: string): Told => ({
  type: 'scheduling.BaselineApproved',
  data: {
    baselineId: idOf(name),
    planId: PLAN,
    engagementId: ENGAGEMENT,
    approvalId: idOf('approval', name),
    hash: hashOf(name),
  },
});

let house: House;

beforeAll(async () => {
  house = await House.open();
  house.directory.places.push({ ...place, code: 'E-1', title: 'Portal', ...at });
  const told: readonly Told[] = [
    { type: 'engagement.ClientRegistered', data: { clientId: CLIENT, code: 'NORD', name: 'Nordwind', ...at } },
    {
      type: 'engagement.EnquiryOpened',
      data: { engagementId: ENGAGEMENT, clientId: CLIENT, code: 'E-1', title: 'Portal', ...at },
    },
    captured('first', 100_000),
    requested('first', 100_000),
    granted('first'),
    approved('first'),
    captured('second', 130_000),
    requested('second', 130_000),
  ];
  for (const fact of told) await house.tell(fact, fact.type === 'engagement.ClientRegistered' ? {} : place);
});
afterAll(() => house.close());

async function inbox() {
  const { reading, principal, point } = await house.readings.open(director, {});
  const asked = await new DecisionInboxQuery().asked(reading);
  return new DecisionContextQuery().withContext(reading, house.readings.house(principal, point), asked);
}
const of = async (name: string) => (await inbox()).find(({ subject }) => subject === idOf(name));

describe('a decision in its context', () => {
  it('names the engagement and the client', async () => {
    expect(await of('second')).toMatchObject({
      engagementCode: 'E-1',
      engagementTitle: 'Portal',
      clientName: 'Nordwind',
    });
  });

  it('says what rules without a yes; nothing does before the first one', async () => {
    expect((await of('second'))?.before).toEqual({ ...totals(100_000), currency: 'EUR' });
    expect((await of('first'))?.before).toBeUndefined();
  });

  it('keeps saying it after the yes, with its reason', async () => {
    for (const fact of [granted('second'), approved('second')]) await house.tell(fact, place);
    const { before, state, reason } = (await of('second')) ?? {};
    expect([before?.bac, state, reason]).toEqual([100_000, 'granted', 'As agreed.']);
  });
});
