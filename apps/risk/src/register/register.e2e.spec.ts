import { idOf } from '@bw/testing';
import { CLIENT, ENGAGEMENT, place, RiskService } from '../../test/risk-service.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';

const RISK = idOf('risk', 1);
const ISSUE = idOf('issue', 1);
const statement = {
  engagementId: ENGAGEMENT,
  title: 'Test environment arrives late',
  kind: 'threat',
  category: 'vendor',
  cause: 'The hosting vendor has promised no date.',
  event: 'The environment is not there when system tests begin.',
  effect: 'System tests start late.',
  likelihood: 3,
  impact: 3,
};

let service: RiskService;
const at = (id: string, what = '') => `/api/v1/risks/${id}${what}`;
const versionOf = async (id: string) => {
  const { body } = await service.as('project-manager').get<{ version: number }>(at(id));
  return { version: body.version };
};

beforeAll(async () => {
  service = await RiskService.start('2025-03-03T09:00:00.000Z');
});
afterAll(() => service?.under.stop());

it('is ready', async () => {
  const { status } = await service.under.anonymous.get('/ops/risk/health/ready');
  expect(status).toBe(200);
});

it('says what can be asked of it', async () => {
  const { body } = await service.under.anonymous.get<{ paths: object }>('/ops/risk/openapi.json');
  expect(Object.keys(body.paths).filter((path) => path.startsWith('/api'))).toMatchInlineSnapshot(`
    [
      "/api/v1/clocks/{clockId}",
      "/api/v1/escalations",
      "/api/v1/escalations/{escalationId}",
      "/api/v1/escalations/{escalationId}/acknowledge",
      "/api/v1/issues",
      "/api/v1/issues/{issueId}",
      "/api/v1/issues/{issueId}/acknowledge",
      "/api/v1/issues/{issueId}/assignments",
      "/api/v1/issues/{issueId}/cancel",
      "/api/v1/issues/{issueId}/reopen",
      "/api/v1/issues/{issueId}/resolve",
      "/api/v1/issues/{issueId}/resume",
      "/api/v1/issues/{issueId}/verify",
      "/api/v1/issues/{issueId}/waits",
      "/api/v1/risk-policies/{engagement}",
      "/api/v1/risks",
      "/api/v1/risks/{riskId}",
      "/api/v1/risks/{riskId}/acceptances",
      "/api/v1/risks/{riskId}/assessments",
      "/api/v1/risks/{riskId}/close",
      "/api/v1/risks/{riskId}/responses",
      "/api/v1/risks/{riskId}/reviews",
      "/api/v1/risks/{riskId}/trigger",
    ]
  `);
});

describe('a risk policy', () => {
  const url = `/api/v1/risk-policies/${ENGAGEMENT}`;

  it('is there by default once the engagement is agreed, and not before', async () => {
    const before = await service.as('project-manager').get(url);
    expect(before.status).toBe(404);
    const risk = await service.as('project-manager').put(at(RISK), statement);
    expect([risk.status, risk.body]).toEqual([409, expect.objectContaining({ code: 'STATE_CONFLICT' })]);

    await service.happens('engagement.EngagementAgreed', {
      engagementId: ENGAGEMENT,
      clientId: CLIENT,
      contentHash: 'a'.repeat(64),
    });
    const { status, body } = await service.as('sponsor').get(url);
    expect([status, body]).toEqual([200, { engagementId: ENGAGEMENT, ...DEFAULT_POLICY, version: 1 }]);
  });

  it('is amended by who manages the engagement, on the version they saw', async () => {
    const careful = { ...DEFAULT_POLICY, appetite: { ...DEFAULT_POLICY.appetite, tolerance: 8 } };
    expect(await service.as('sponsor').put(url, careful, { version: 1 })).toMatchObject({ status: 403 });
    expect(await service.as('director').put(url, careful)).toMatchObject({ status: 428 });
    expect(await service.as('director').put(url, careful, { version: 7 })).toMatchObject({ status: 412 });
    const falling = { ...careful, matrix: careful.matrix.map((row) => ({ ...row, scores: [5, 4, 3, 2, 1] })) };
    expect(await service.as('director').put(url, falling, { version: 1 })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION', refusal: 'matrix-not-monotone' },
    });
  });
});

describe('a risk', () => {
  it('is put on the register, once', async () => {
    const pm = service.as('project-manager');
    const { status, body } = await pm.put(at(RISK), statement);
    expect([status, body]).toEqual([201, expect.objectContaining({ streamId: `risk-${RISK}`, version: 1 })]);
    expect(await pm.put(at(RISK), statement)).toMatchObject({ body: { version: 1 } }); // a retry
    expect(await pm.put(at(RISK), { ...statement, title: 'Another' })).toMatchObject({ status: 409 });
    expect(await pm.put(at(RISK), { ...statement, colour: 'red' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/colour', code: 'unknown-field' }] },
    });
  });

  it('is scored by the policy and read with its version', async () => {
    const { body, headers } = await service.as('sponsor').get(at(RISK));
    expect(body).toMatchObject({ status: 'identified', current: { score: 9, aboveAppetite: false } });
    expect(headers['etag']).toBe('"1"');
    const list = await service.as('sponsor').get(`/api/v1/risks?engagement=${ENGAGEMENT}`);
    expect(list.body).toMatchObject({ items: [{ riskId: RISK, version: 1 }] });
  });

  it('exceeds the appetite when it gets worse', async () => {
    const pm = service.as('project-manager');
    const worse = { likelihood: 4, impact: 4 };
    expect(await pm.post(at(RISK, '/assessments'), worse)).toMatchObject({ status: 428 });
    expect(await pm.post(at(RISK, '/assessments'), worse, { version: 9 })).toMatchObject({ status: 412 });
    expect(await pm.post(at(RISK, '/assessments'), worse, { version: 1 })).toMatchObject({ status: 200 });
    expect(await service.log('RiskAppetiteExceeded')).toMatchObject([{ data: { riskId: RISK, score: 16 } }]);
  });

  it('is accepted by who has the authority, and only until the named time', async () => {
    const url = at(RISK, '/acceptances');
    const acceptance = { mode: 'active', expires: '2025-03-10T09:00:00.000Z' };
    const seen = await versionOf(RISK);
    expect(await service.as('project-manager').post(url, acceptance, seen)).toMatchObject({
      status: 409,
      body: { code: 'LIMIT_EXCEEDED', roles: ['director', 'sponsor'] },
    });
    expect(await service.as('sponsor').post(url, acceptance, seen)).toMatchObject({ status: 200 });
    expect((await service.as('sponsor').get(at(RISK))).body).toMatchObject({
      status: 'accepted',
      acceptedUntil: acceptance.expires,
    });

    await service.quiet();
    await service.advanceStepwise('2025-03-11T09:00:00.000Z');
    expect((await service.as('sponsor').get(at(RISK))).body).toMatchObject({ status: 'expired' });
    expect(await service.log('RiskExpired')).toMatchObject([{ effective: acceptance.expires }]);
  });

  it('is scored anew when the policy is amended', async () => {
    const bold = { ...DEFAULT_POLICY, appetite: { ...DEFAULT_POLICY.appetite, tolerance: 16 } };
    const url = `/api/v1/risk-policies/${ENGAGEMENT}`;
    expect(await service.as('director').put(url, bold, { version: 1 })).toMatchObject({ status: 200 });
    await service.quiet();
    expect((await service.as('sponsor').get(at(RISK))).body).toMatchObject({
      current: { score: 16, policyVersion: 2, aboveAppetite: false },
    });
  });

  it('becomes an issue when it strikes; both keep their ids', async () => {
    const body = { issueId: ISSUE, severity: 2 };
    const seen = await versionOf(RISK);
    expect(await service.as('project-manager').post(at(RISK, '/trigger'), body, seen)).toMatchObject({ status: 200 });
    await service.quiet();
    const [raised] = await service.log('IssueRaised');
    expect(raised).toMatchObject({ data: { issueId: ISSUE, title: statement.title, origin: { riskId: RISK } } });
    expect((await service.as('sponsor').get(at(RISK))).body).toMatchObject({ status: 'triggered', issueId: ISSUE });
    expect((await service.as('sponsor').get(`/api/v1/issues/${ISSUE}`)).body).toMatchObject({ severity: 2 });
  });

  it('is answered by a response that fits it, with a residual score', async () => {
    const id = idOf('risk', 2);
    const pm = service.as('project-manager');
    await pm.put(at(id), { ...statement, owner: idOf('user', 'director'), nextReview: '2025-03-20' });
    const response = { strategy: 'mitigate', plan: 'Rent one.', target: { likelihood: 1, impact: 3 } };
    const wrong = { ...response, strategy: 'exploit' };
    expect(await pm.post(at(id, '/responses'), wrong, { version: 1 })).toMatchObject({
      status: 400,
      body: { refusal: 'strategy-not-for-this-kind' },
    });
    expect(await pm.post(at(id, '/responses'), response, { version: 1 })).toMatchObject({ status: 200 });
    const review = { note: 'Still open.', proximity: { from: '2025-04-01', to: '2025-04-30' } };
    expect(await pm.post(at(id, '/reviews'), review, await versionOf(id))).toMatchObject({ status: 200 });
    expect((await pm.get(at(id))).body).toMatchObject({
      status: 'responding',
      current: { score: 9 },
      residual: { score: 3 },
    });
  });

  it('stands on a list that comes in pages', async () => {
    const page = await service
      .as('sponsor')
      .get<{ items: object[]; next: string }>(`/api/v1/risks?engagement=${ENGAGEMENT}&limit=1`);
    expect(page.body.items).toHaveLength(1);
    const rest = await service
      .as('sponsor')
      .get<{ items: object[]; next?: string }>(
        `/api/v1/risks?engagement=${ENGAGEMENT}&limit=1&cursor=${page.body.next}`,
      );
    expect(rest.body.items).toHaveLength(1);
    expect(rest.body.next).toBeUndefined();
    expect(await service.as('sponsor').get(`/api/v1/risks?engagement=${ENGAGEMENT}&cursor=zzz`)).toMatchObject({
      status: 400,
    });
  });

  it('is closed with a word', async () => {
    const close = { why: 'The environment runs.' };
    expect(await service.as('project-manager').post(at(RISK, '/close'), close, await versionOf(RISK))).toMatchObject({
      status: 200,
    });
    const review = { note: 'Once more.' };
    expect(await service.as('project-manager').post(at(RISK, '/reviews'), review, await versionOf(RISK))).toMatchObject(
      { status: 409, body: { refusal: 'risk-is-closed' } },
    );
  });
});

describe('whoever has no business there', () => {
  beforeAll(async () => {
    const other = { client: idOf('other client'), engagement: idOf('other engagement') };
    await service.under.knows(other);
    await service.under.grant('client-viewer', { client: other.client });
  });

  it('learns nothing of a client’s risks and issues', async () => {
    const stranger = service.as('client-viewer');
    for (const url of [
      at(RISK),
      `/api/v1/risks?engagement=${place.engagement}`,
      `/api/v1/issues/${ISSUE}`,
      `/api/v1/issues?engagement=${place.engagement}`,
      `/api/v1/risk-policies/${place.engagement}`,
      `/api/v1/escalations?engagement=${place.engagement}`,
    ]) {
      const { status, body } = await stranger.get(url);
      expect([url, status, body]).toEqual([url, 404, expect.objectContaining({ code: 'NOT_FOUND' })]);
    }
    const review = { note: 'x' };
    expect(await stranger.post(at(RISK, '/reviews'), review, { version: 1 })).toMatchObject({ status: 404 });
    const nothing = await stranger.get(at(idOf('no risk')));
    const hidden = await stranger.get(at(RISK));
    const words = (answer: typeof nothing) => JSON.stringify(answer.body).replaceAll(/[0-9a-f-]{36}/g, 'ID');
    expect(words(hidden).replace(/"traceid":"[^"]*"/, '')).toBe(words(nothing).replace(/"traceid":"[^"]*"/, ''));
  });

  it('is not let in at all without a token', async () => {
    expect(await service.under.anonymous.get(at(RISK))).toMatchObject({ status: 401 });
  });
});
