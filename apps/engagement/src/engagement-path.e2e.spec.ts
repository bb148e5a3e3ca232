import type { BaselineApproved } from '@bw/contracts-scheduling';
import type { ServiceUnderTest } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import {
  eventually,
  type Place,
  placeOf,
  propose,
  registerClient,
  scheduling,
  signBoth,
  sponsorOf,
  submittedBaseline,
} from '../test/engagement-service.ts';
import { startEngagementService } from '../test/engagement-service.ts';
import { statements } from '../test/promise.ts';

const NAME = 'NORD';
const place: Place = placeOf(NAME);
const url = `/api/v1/engagements/${place.engagement}`;
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startEngagementService();
  await registerClient(service, NAME);
});
afterAll(() => service.stop());

const read = () => service.as('director').get<{ status: string; version: number; reopened: string[] }>(url);
const sponsor = () => service.as(sponsorOf(NAME));

describe('an engagement, over HTTP', () => {
  it('comes from an enquiry to a proposal', async () => {
    await propose(service, NAME, place);
    const { body, headers } = await read();
    expect(body).toMatchObject({ status: 'proposed', version: 6, code: 'NORD-1', clientId: place.client });
    expect(headers['etag']).toBe('"6"');
  });

  it('shows the gate, check by check, and what is not in use as that', async () => {
    const { body } = await sponsor().get<{ passed: boolean; checks: { id: string; state: string }[] }>(
      `${url}/alignment`,
    );
    expect(body.passed).toBe(false);
    expect(Object.fromEntries(body.checks.map(({ id, state }) => [id, state]))).toEqual({
      'measurable-goal': 'passed',
      'deliverables-complete': 'passed',
      'scope-out': 'passed',
      'intake-warnings': 'passed',
      raci: 'not-in-use',
      cadence: 'not-in-use',
      'escalation-path': 'passed',
      'kpi-targets': 'passed',
      'terms-priced': 'passed',
      obligations: 'not-in-use',
      signatures: 'failed',
    });
  });

  it('is not signed while a check fails, and says which items', async () => {
    const manager = service.as('project-manager');
    const item = `${url}/intake-items/${idOf(NAME, 'untestable')}`;
    const vague = { kind: 'goal', title: 'Better quality', origin: 'Workshop', priority: 'should' };
    await manager.put(item, vague);
    const { body: gate } = await manager.get<{ contentHash: string }>(`${url}/alignment`);
    const { status, body } = await service
      .as('director')
      .post(`${url}/signatures`, { party: 'provider', contentHash: gate.contentHash });
    expect([status, body['code']]).toEqual([409, 'GATE_NOT_PASSED']);
    expect(body['items']).toEqual([
      { check: 'intake-warnings', subject: `intake/${idOf(NAME, 'untestable')}`, problem: 'untestable-goal' },
    ]);
    const waiver = { concerns: ['untestable-goal'], reason: 'Measured from the second year on.' };
    expect(await manager.post(`${item}/waivers`, waiver, { version: 7 })).toMatchObject({ status: 200 });
  });

  it('is not signed for the other party, nor for content that was not read', async () => {
    const contentHash = 'ab'.repeat(32);
    const forOther = await sponsor().post(`${url}/signatures`, { party: 'provider', contentHash });
    expect([forOther.status, forOther.body['code']]).toEqual([403, 'FORBIDDEN']);
    const unread = await sponsor().post(`${url}/signatures`, { party: 'client', contentHash });
    expect([unread.status, unread.body['refusal']]).toEqual([409, 'content-has-changed']);
  });

  it('is agreed when both parties signed, and starts its transition', async () => {
    const agreedHash = await signBoth(service, NAME, place);
    const { body } = await read();
    expect(body).toMatchObject({ status: 'transition', agreedHash, reopened: [] });
    const { body: gate } = await sponsor().get(`${url}/alignment`);
    expect(gate).toMatchObject({ passed: true });
  });

  it('is not activated before everything is done, and says what is missing', async () => {
    const { body: now } = await read();
    const { status, body } = await service.as('director').post(`${url}/activate`, undefined, { version: now.version });
    expect([status, body['code']]).toEqual([409, 'GATE_NOT_PASSED']);
    expect(body['items']).toMatchObject([
      { subject: 'transition-item/access' },
      { subject: 'transition-item/kick-off' },
      { subject: 'transition-item/baseline' },
    ]);
    const byHand = await service.as('director').post(`${url}/transition-items/baseline/complete`, {});
    expect(byHand.body['refusal']).toBe('baseline-completes-itself');
  });

  it('is reopened by a change of what was signed, in its own stream and in that of governance', async () => {
    const manager = service.as('project-manager');
    const item = idOf(NAME, 'goal');
    const { body: now } = await read();
    const faster = { ...statements.goal, title: 'Much faster offers' };
    await manager.post(`${url}/intake-items/${item}/clarifications`, faster, { version: now.version });
    expect((await read()).body.reopened).toEqual([`intake/${item}`]);

    const governance = `/api/v1/governance/${place.engagement}`;
    await manager.post(`${governance}/amend`, { reason: 'A wider target.' }, { version: 6 });
    const target = { formulaVersion: 1, target: '1', threshold: '0.85', direction: 'up', severity: 2 };
    await manager.put(`${governance}/kpi-targets/K01`, target, { version: 7 });
    const { body } = await eventually(read, (answer) => answer.body.reopened.length === 2);
    expect(body.reopened).toEqual([`intake/${item}`, 'kpi-target/K01']);

    await signBoth(service, NAME, place);
    expect((await read()).body).toMatchObject({ status: 'transition', reopened: [] });
  });

  it('becomes active with its last transition item: the baseline that scheduling approved', async () => {
    for (const item of ['access', 'kick-off']) {
      const done = await service
        .as('project-manager')
        .post(`${url}/transition-items/${item}/complete`, { evidence: 'ACC-1' });
      expect(done.status).toBe(200);
    }
    const { baselineId, planId, engagementId, hash } = submittedBaseline(NAME, place);
    const data: BaselineApproved = { baselineId, planId, engagementId, hash, approvalId: idOf('approval') };
    await scheduling(service, { type: 'scheduling.BaselineApproved', data }, place);
    expect((await read()).body).toMatchObject({ status: 'active', baseline: { planId, baselineId } });
  });

  it('rests, goes on, is handed back and closed, and then is read-only', async () => {
    const director = service.as('director');
    const step = async (path: string, body?: object) => {
      const { body: now } = await read();
      return director.post(`${url}/${path}`, body, { version: now.version });
    };
    expect((await step('suspend', { reason: 'Budget freeze.', billableWork: false })).status).toBe(200);
    expect((await read()).body.status).toBe('suspended');
    expect((await step('resume')).status).toBe(200);
    expect((await step('start-exit')).status).toBe(200);
    expect((await step('close')).body['code']).toBe('GATE_NOT_PASSED');
    for (const item of ['documents', 'access', 'open-points']) {
      expect((await director.post(`${url}/exit-items/${item}/complete`, {})).status).toBe(200);
    }
    expect((await step('close')).status).toBe(200);
    expect((await step('resume')).body).toMatchObject({ code: 'STATE_CONFLICT', refusal: 'engagement-is-over' });
    const target = { formulaVersion: 1, target: '1', threshold: '0.8', direction: 'up', severity: 2 };
    const late = await director.put(`/api/v1/governance/${place.engagement}/kpi-targets/K01`, target, { version: 8 });
    expect(late.body).toMatchObject({ code: 'STATE_CONFLICT', refusal: 'engagement-is-over' });
  });

  it('stands in the list as it is', async () => {
    const list = () => service.as('director').get<{ items: { status: string }[] }>('/api/v1/engagements?status=closed');
    const { body } = await eventually(list, (answer) => answer.body.items.length === 1);
    expect(body.items).toMatchObject([{ engagementId: place.engagement, code: 'NORD-1', status: 'closed' }]);
  });
});
