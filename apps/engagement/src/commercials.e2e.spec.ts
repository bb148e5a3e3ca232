import type { ServiceUnderTest } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import {
  eventually,
  placeOf,
  propose,
  rateLine,
  registerClient,
  sponsorOf,
  startEngagementService,
} from '../test/engagement-service.ts';

const nord = placeOf('NORD');
const funding = `/api/v1/funding/${nord.engagement}`;
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startEngagementService();
  await registerClient(service, 'NORD');
  await propose(service, 'NORD', nord);
});
afterAll(() => service.stop());

const manager = () => service.as('project-manager');
const director = () => service.as('director');
const termsUrl = (name: string) => `/api/v1/terms/${idOf('NORD', name)}`;

async function draftTerms(name: string, from: string, to?: string): Promise<void> {
  const terms = { engagementId: nord.engagement, title: `Terms ${name}`, currency: 'EUR', from, ...(to && { to }) };
  expect((await manager().put(termsUrl(name), terms)).status).toBe(201);
  const line = { ...rateLine, from, to: to ?? '2027-12-31' };
  const set = await manager().put(`${termsUrl(name)}/lines/${idOf(name, 'line')}`, line, { version: 1 });
  expect(set.status).toBe(200);
}

describe('commercial terms, over HTTP', () => {
  it('price the same work once at a time', async () => {
    const second = `${termsUrl('terms')}/lines/${idOf('second line')}`;
    const overlapping = await manager().put(second, { ...rateLine, from: '2026-12-31' }, { version: 2 });
    expect(overlapping.body).toMatchObject({ code: 'OVERLAP', lineId: idOf('NORD', 'line') });
    const senior = await manager().put(second, { ...rateLine, grade: 'senior' }, { version: 2 });
    expect(senior.status).toBe(200);
    expect((await manager().delete(second, { version: 3 })).status).toBe(200);
    const { body } = await service.as(sponsorOf('NORD')).get<{ lines: unknown[] }>(termsUrl('terms'));
    expect(body).toMatchObject({ status: 'draft', version: 4, lines: [{ rate: 115_00, role: 'project-manager' }] });
  });

  it('are agreed for days that no other agreed terms have, however many try at once (E1)', async () => {
    expect((await manager().post(`${termsUrl('terms')}/agree`, undefined, { version: 3 })).status).toBe(412);
    expect((await manager().post(`${termsUrl('terms')}/agree`, undefined, { version: 4 })).status).toBe(200);
    const late = await manager().put(`${termsUrl('terms')}/lines/${idOf('late')}`, rateLine, { version: 5 });
    expect(late.body).toMatchObject({ code: 'STATE_CONFLICT', refusal: 'terms-are-agreed' });

    await draftTerms('overlapping', '2026-06-01');
    const refused = await manager().post(`${termsUrl('overlapping')}/agree`, undefined, { version: 2 });
    expect(refused.body).toMatchObject({ code: 'OVERLAP', termsId: idOf('NORD', 'terms') });

    const rivals = ['a', 'b', 'c'];
    for (const name of rivals) await draftTerms(name, '2027-01-01', '2027-12-31');
    const answers = await Promise.all(
      rivals.map((name) => manager().post(`${termsUrl(name)}/agree`, undefined, { version: 2 })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('make room for others when they are ended', async () => {
    const ended = { endedOn: '2026-05-31', reason: 'New rates from June.' };
    expect((await manager().post(`${termsUrl('terms')}/end`, ended, { version: 5 })).status).toBe(200);
    await draftTerms('from June', '2026-06-01', '2026-12-31');
    expect((await manager().post(`${termsUrl('from June')}/agree`, undefined, { version: 2 })).status).toBe(200);
    const list = () =>
      manager().get<{ items: { status: string; from: string; to: string }[] }>(
        `/api/v1/terms?engagement=${nord.engagement}`,
      );
    const { body } = await eventually(list, (answer) =>
      answer.body.items.some(({ status, from }) => status === 'agreed' && from === '2026-06-01'),
    );
    const agreed = body.items.filter(({ status }) => status !== 'draft').map(({ from, to }) => [from, to]);
    expect(agreed).toEqual([
      ['2026-01-01', '2026-05-31'],
      ['2026-06-01', '2026-12-31'],
      ['2027-01-01', '2027-12-31'],
    ]);
  });

  it('are drafted for an engagement that is there, and read where they are', async () => {
    const terms = { engagementId: idOf('nowhere'), title: 'Terms', currency: 'EUR', from: '2026-01-01' };
    expect((await manager().put(termsUrl('lost'), terms)).status).toBe(404);
    expect((await manager().get(termsUrl('lost'))).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await manager().get('/api/v1/terms')).body).toMatchObject({ code: 'VALIDATION' });
  });
});

describe('funding, over HTTP', () => {
  const line = { kind: 'contingency', title: 'Known risks', amount: 100_00, currency: 'EUR' };
  const lineUrl = `${funding}/lines/${idOf('contingency')}`;

  it('is opened for the engagement, and holds budget lines', async () => {
    expect((await director().get(funding)).body).toMatchObject({ code: 'NOT_FOUND', refusal: 'funding-not-found' });
    expect((await director().put(funding, { currency: 'EUR' })).status).toBe(201);
    expect((await director().put(lineUrl, line)).status).toBe(428);
    expect((await director().put(lineUrl, line, { version: 1 })).status).toBe(200);
    expect((await manager().put(lineUrl, line, { version: 2 })).status).toBe(403);
  });

  it('gives no more than it holds, and a draw once', async () => {
    const draw = { amount: 60_00, currency: 'EUR', reason: 'Second rehearsal.' };
    const first = `${lineUrl}/draws/${idOf('draw', 1)}`;
    expect((await director().put(first, draw)).status).toBe(200);
    expect((await director().put(first, draw)).status).toBe(200);
    const second = await director().put(`${lineUrl}/draws/${idOf('draw', 2)}`, draw);
    expect(second.body).toMatchObject({ code: 'LIMIT_EXCEEDED', left: 40_00 });
    const { body } = await service.as(sponsorOf('NORD')).get(funding);
    expect(body).toMatchObject({ currency: 'EUR', lines: [{ amount: 100_00, drawn: 60_00 }], version: 3 });
  });
});

describe('governance, over HTTP', () => {
  it('is read by the client as it stands', async () => {
    const { body, headers } = await service.as(sponsorOf('NORD')).get(`/api/v1/governance/${nord.engagement}`);
    expect(headers['etag']).toBe('"6"');
    expect(body).toMatchObject({
      status: 'agreed',
      agreedVersion: 1,
      kpiTargets: [{ kpi: 'K01' }, { kpi: 'K02' }, { kpi: 'K03' }],
      serviceLevels: [{ severity: 1 }],
      escalationPolicy: { severities: [1, 2, 3, 4] },
    });
  });

  it('loses a target only once it is opened for changes', async () => {
    const url = `/api/v1/governance/${nord.engagement}`;
    const early = await manager().delete(`${url}/kpi-targets/K03`, { version: 6 });
    expect(early.body).toMatchObject({ code: 'STATE_CONFLICT', refusal: 'governance-is-agreed' });
    expect((await manager().post(`${url}/amend`, { reason: 'One less.' }, { version: 6 })).status).toBe(200);
    expect((await manager().delete(`${url}/kpi-targets/K03`, { version: 7 })).status).toBe(200);
    expect((await manager().post(`${url}/agree`, undefined, { version: 8 })).status).toBe(200);
    expect((await manager().get(url)).body).toMatchObject({ agreedVersion: 2, status: 'agreed' });
  });
});

describe('intake items, over HTTP', () => {
  it('are added, agreed, and rejected with a reason', async () => {
    const url = `/api/v1/engagements/${nord.engagement}`;
    const item = `${url}/intake-items/${idOf('extra')}`;
    const statement = { kind: 'constraint', title: 'Live before the audit', origin: 'Letter', priority: 'must' };
    const { body: added } = await manager().put<{ version: number }>(item, statement);
    const { body: agreed } = await manager().post<{ version: number }>(`${item}/agree`, undefined, added);
    const rejecting = { reason: 'The audit moved.' };
    expect((await manager().post(`${item}/reject`, rejecting, { version: agreed.version })).status).toBe(200);
    const { body } = await manager().get<{ items: { itemId: string; status: string }[] }>(url);
    expect(body.items.find(({ itemId }) => itemId === idOf('extra'))).toMatchObject({
      status: 'rejected',
      warnings: [],
    });
    const { body: now } = await manager().get<{ version: number }>(url);
    const stopped = await manager().post(`${url}/decline`, { reason: 'No capacity.' }, now);
    expect(stopped.status).toBe(200);
    const over = await manager().post(`${url}/terminate`, { reason: 'Late.' }, { version: now.version + 1 });
    expect(over.body).toMatchObject({ refusal: 'engagement-is-over' });
  });
});
