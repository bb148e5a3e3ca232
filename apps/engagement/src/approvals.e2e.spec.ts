import { Clock } from '@bw/event-store';
import { type ServiceUnderTest, userOf } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import {
  eventually,
  placeOf,
  propose,
  registerClient,
  scheduling,
  sponsorOf,
  startEngagementService,
  submittedBaseline,
} from '../test/engagement-service.ts';

interface Approval {
  readonly approvalId: string;
  readonly subject: string;
  readonly status: string;
  readonly due: string;
  readonly contentHash: string;
  readonly version: number;
}

const NAMES = ['NORD', 'SUED'] as const;
const nord = placeOf('NORD');
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startEngagementService('replay');
  for (const name of NAMES) {
    await registerClient(service, name);
    await propose(service, name, placeOf(name));
  }
});
afterAll(() => service.stop());

const sponsor = () => service.as(sponsorOf('NORD'));
const inbox = async (who = sponsor(), query = 'status=open') =>
  (await who.get<{ items: Approval[] }>(`/api/v1/approvals?${query}`)).body.items;

/** Submits a baseline and gives the question that the sponsor finds. */
async function submit(name: (typeof NAMES)[number], nth: number): Promise<Approval> {
  const data = { ...submittedBaseline(name, placeOf(name)), baselineId: idOf(name, 'baseline', nth) };
  await scheduling(service, { type: 'scheduling.BaselineSubmitted', data }, placeOf(name));
  const asked = (items: readonly Approval[]) => items.find(({ subject }) => subject === data.baselineId);
  const items = await eventually(
    () => inbox(service.as(sponsorOf(name))),
    (all) => asked(all) !== undefined,
  );
  const found = asked(items);
  if (!found) throw new Error('The inbox lost what it had.');
  return found;
}

const decide = (id: string, how: 'grant' | 'refuse' | 'delegate', body: object, who = sponsor()) =>
  who.post(`/api/v1/approvals/${id}/${how}`, body);
const statusOf = async (id: string) => (await sponsor().get<Approval>(`/api/v1/approvals/${id}`)).body.status;

describe('the decision inbox', () => {
  it('holds each submitted baseline with its impact, deadline and default, for that client only', async () => {
    const asked = await submit('NORD', 1);
    const { hash, totals, currency } = submittedBaseline('NORD', nord);
    expect(asked).toMatchObject({
      kind: 'baseline',
      contentHash: hash,
      impact: { bac: totals.bac, currency, activities: totals.activities, start: totals.start, finish: totals.finish },
      defaultOutcome: 'refused',
      requestedBy: userOf('project-manager'),
    });
    const stranger = service.as(sponsorOf('SUED'));
    expect(await inbox(stranger)).toEqual([]);
    expect((await stranger.get(`/api/v1/approvals/${asked.approvalId}`)).status).toBe(404);
    expect((await decide(asked.approvalId, 'grant', {}, stranger)).status).toBe(404);
  });

  it('is answered once, for the content that was seen, and never by who asked', async () => {
    const [asked] = await inbox();
    if (!asked) throw new Error('The inbox is empty.');
    const { approvalId: id, contentHash } = asked;
    const byRequester = await decide(id, 'grant', {}, service.as('project-manager'));
    expect([byRequester.status, byRequester.body['refusal']]).toEqual([403, 'requester-cannot-decide']);
    const byDirector = await decide(id, 'grant', {}, service.as('director'));
    expect([byDirector.status, byDirector.body['refusal']]).toEqual([403, 'no-right-to-decide']);
    const unseen = await decide(id, 'grant', { contentHash: 'cd'.repeat(32) });
    expect([unseen.status, unseen.body['refusal']]).toEqual([409, 'content-has-changed']);
    expect((await decide(id, 'refuse', {})).body).toMatchObject({ code: 'VALIDATION' });
    expect((await decide(id, 'grant', { contentHash })).status).toBe(200);
    const again = await decide(id, 'refuse', { reason: 'Too late.' });
    expect(again.body).toMatchObject({ code: 'STATE_CONFLICT', refusal: 'approval-is-decided', status: 409 });
    await eventually(inbox, (items) => items.length === 0);
    expect(await statusOf(id)).toBe('granted');
  });

  it('is handed on to somebody else, who decides instead', async () => {
    const { approvalId: id } = await submit('NORD', 2);
    const deputy = { user: userOf('deputy'), party: 'client', roles: ['client-viewer'], from: '1970-01-01' };
    await service.as('tenant-admin').put(`/api/v1/memberships/${idOf('deputy')}`, { ...deputy, clientId: nord.client });
    const outside = await decide(id, 'delegate', { to: userOf('director') });
    expect([outside.status, outside.body['refusal']]).toEqual([409, 'delegate-is-not-of-client']);
    expect((await decide(id, 'delegate', { to: deputy.user, reason: 'On leave.' })).status).toBe(200);
    expect((await decide(id, 'grant', {})).body['refusal']).toBe('no-right-to-decide');
    expect((await decide(id, 'refuse', { reason: 'Too late.' }, service.as('deputy'))).status).toBe(200);
    expect(await statusOf(id)).toBe('refused');
  });

  it('lets nobody decide above the limit that holds when they decide', async () => {
    const governance = `/api/v1/governance/${nord.engagement}`;
    const director = service.as('director');
    await director.post(`${governance}/amend`, { reason: 'Limits.' }, { version: 6 });
    const { totals, currency } = submittedBaseline('NORD', nord);
    const right = { kind: 'baseline', role: 'sponsor', limit: totals.bac - 1, currency, from: '1970-01-01' };
    const url = `${governance}/delegations/${idOf('delegation')}`;
    expect((await director.put(url, right, { version: 7 })).status).toBe(200);
    const { approvalId: id } = await submit('NORD', 3);
    const above = await decide(id, 'grant', {});
    expect(above.body).toMatchObject({ status: 409, code: 'LIMIT_EXCEEDED', approvalId: id, limit: totals.bac - 1 });
    await director.put(url, { ...right, limit: totals.bac }, { version: 8 });
    expect((await decide(id, 'grant', {})).status).toBe(200);
  });

  it('loses what scheduling took back', async () => {
    const { approvalId, subject } = await submit('NORD', 4);
    const { planId, engagementId } = submittedBaseline('NORD', nord);
    const data = { approvalId, baselineId: subject, planId, engagementId };
    await scheduling(service, { type: 'scheduling.BaselineRejected', data }, nord);
    expect(await statusOf(approvalId)).toBe('lapsed');
  });

  it('shows the nearest deadline first, and refuses by itself what nobody answered in time', async () => {
    const first = await submit('SUED', 1);
    await advance(1);
    const second = await submit('SUED', 2);
    const ofSued = service.as(sponsorOf('SUED'));
    expect((await inbox(ofSued)).map(({ approvalId }) => approvalId)).toEqual([first.approvalId, second.approvalId]);
    expect(second.due > first.due).toBe(true);

    // Asked until it is so: the alarm is set when the service hears of its own event.
    await advance(9.5);
    const refused = await eventually(
      () => inbox(ofSued, 'status=refused'),
      (items) => items.length === 1,
    );
    expect(refused).toMatchObject([{ approvalId: first.approvalId, decidedBy: 'system:deadline' }]);
    expect((await inbox(ofSued)).map(({ approvalId }) => approvalId)).toEqual([second.approvalId]);
  });
});

/** Moves the replay clock on by so many days. */
async function advance(days: number): Promise<void> {
  const to = new Date(Date.parse(service.app.get(Clock).now()) + days * 86_400_000).toISOString();
  const answer = await service.as('tenant-admin').post('/ops/engagement/clock', { to });
  expect(answer.status).toBeLessThan(300);
}
