import { idOf } from '@bw/testing';
import { type ServiceUnderTest, withService } from '@bw/service-shell/testing';
import { createService } from '../service.ts';

const client = idOf('client', 'one');
const otherClient = idOf('client', 'two');
const engagement = idOf('engagement', 'one');
const otherEngagement = idOf('engagement', 'two');

interface Line {
  readonly feedsequence: number;
  readonly type: string;
  readonly id: string;
  readonly dataschema: string;
  readonly data: Record<string, unknown>;
}

interface TypeLine {
  readonly type: string;
  readonly version: number;
  readonly service: string;
  readonly schema: string;
}

describe('the event feed', () => {
  let service: ServiceUnderTest;
  let url: string;

  beforeAll(async () => {
    service = await withService({
      service: 'reporting',
      createService,
      consumes: ['engagement', 'scheduling', 'risk', 'reporting'],
    });
    await service.grant('project-manager');
    await service.grant('client-viewer', { client });
    await service.knows({ client, engagement });
    await service.knows({ client: otherClient, engagement: otherEngagement });
    await dataDate(engagement, 1);
    await dataDate(otherEngagement, 2);
    await cost('project');
    await cost('provider');
    await service.app.listen(0, '127.0.0.1');
    url = await service.app.getUrl();
  });
  afterAll(() => service.stop());

  const dataDate = (of: string, day: number) => {
    const at = `2026-01-0${day}T17:00:00.000Z`;
    const data = { planId: idOf('plan', of), engagementId: of, dataDate: at };
    const fact = { type: 'scheduling.DataDateAdvanced', data, effective: { at } };
    return service.happens('scheduling', fact, { engagement: of });
  };
  const cost = (basis: string) => {
    const ids = { costId: idOf('cost', basis), planId: idOf('plan', engagement), engagementId: engagement };
    const data = { ...ids, activityId: idOf('activity', 'a'), amount: 1_00, currency: 'EUR', basis };
    return service.happens('scheduling', { type: 'scheduling.ActualCostRecorded', data }, { engagement });
  };
  const page = async (who: string, query = '') => {
    const answer = await service.as(who).get<Line[]>(`/api/v1/events${query}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  it('gives every event once, numbered without gaps, from any number on', async () => {
    const all = await page('project-manager');
    expect(all.map(({ feedsequence }) => feedsequence)).toEqual([1, 2, 3, 4]);
    expect(await page('project-manager', '?after=2&limit=1')).toEqual([all[2]]);
    expect(await page('project-manager', '?after=4')).toEqual([]);
  });

  it('narrows to types and engagement', async () => {
    expect(await page('project-manager', '?types=risk.*')).toEqual([]);
    expect(await page('project-manager', '?types=scheduling.ActualCostRecorded,risk.*')).toHaveLength(2);
    expect(await page('project-manager', `?engagement=${otherEngagement}`)).toHaveLength(1);
  });

  it('finds types by any part of their names', async () => {
    expect(await page('project-manager', '?types=*.Actual*')).toHaveLength(2);
    expect(await page('project-manager', '?types=*DataDate*,risk.*')).toHaveLength(2);
  });

  it('gives its end, and pages back from there', async () => {
    const numbers = (lines: readonly Line[]) => lines.map(({ feedsequence }) => feedsequence);
    expect(numbers(await page('project-manager', '?last=2'))).toEqual([3, 4]);
    expect(numbers(await page('project-manager', '?last=2&before=3'))).toEqual([1, 2]);
    expect(numbers(await page('project-manager', '?last=2&before=3&types=*.DataDate*'))).toEqual([1, 2]);
    expect(numbers(await page('project-manager', '?before=3'))).toEqual([1, 2]);
    expect(await page('client-viewer', '?last=1')).toMatchObject([{ type: 'scheduling.ActualCostRecorded' }]);
  });

  it('gives what was true and what was recorded by then', async () => {
    expect(await page('project-manager', '?asOf=2026-01-01T17:00:00.000Z&types=*.DataDateAdvanced')).toHaveLength(1);
    expect(await page('project-manager', '?asOf=2026-01-02T17:00:00.000Z&types=*.DataDateAdvanced')).toHaveLength(2);
    expect(await page('project-manager', '?last=9&knownAt=2020-01-01T00:00:00.000Z')).toEqual([]);
    const wrong = await service.as('project-manager').get('/api/v1/events?knownAt=yesterday');
    expect(wrong.body).toMatchObject({ code: 'VALIDATION', errors: [{ pointer: '/knownAt' }] });
  });

  it('says what each type of event is, with its schema and an example that fits it', async () => {
    const catalogue = await service.as('client-viewer').get<readonly TypeLine[]>('/api/v1/event-types');
    expect(catalogue.status).toBe(200);
    expect(catalogue.body.length).toBeGreaterThan(100);
    for (const { type, version, schema, service: owner } of catalogue.body) {
      const { body } = await service.anonymous.get<object>(schema);
      expect(body).toMatchObject({ $id: `urn:bridgework:schemas/${type}/${version}`, title: type, type: 'object' });
      expect(type.startsWith(`${owner}.`)).toBe(true);
    }
    const one = await service
      .as('client-viewer')
      .get<{ readonly schema: object; readonly sample: { data: unknown } }>(
        '/api/v1/event-types/risk.RiskIdentified/1',
      );
    expect(one.body).toMatchObject({ type: 'risk.RiskIdentified', topic: 'bw.risk.events.v1' });
    expect(one.body.sample).toMatchObject({
      type: 'risk.RiskIdentified',
      dataschema: '/api/v1/schemas/risk.RiskIdentified/1',
    });
    for (const path of ['schemas/risk.RiskIdentified/9', 'event-types/risk.Nothing/1', 'schemas/x/y'])
      expect(await service.as('client-viewer').get(`/api/v1/${path}`)).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND' },
      });
  });

  it('names in every event where its schema stands', async () => {
    const [event] = await page('project-manager');
    const { status, body } = await service.anonymous.get(event?.dataschema ?? '');
    expect([status, body]).toMatchObject([200, { title: event?.type }]);
  });

  it('never shows another client, nor what the work costs the provider', async () => {
    const seen = await page('client-viewer');
    expect(seen.map(({ type }) => type)).toEqual(['scheduling.DataDateAdvanced', 'scheduling.ActualCostRecorded']);
    expect(JSON.stringify(seen)).not.toContain(otherEngagement);
    expect(JSON.stringify(seen)).not.toContain('"provider"');

    const hidden = (await page('project-manager', `?engagement=${otherEngagement}`))[0]?.id ?? '';
    expect((await service.as('client-viewer').get(`/api/v1/events/${hidden}`)).status).toBe(404);
    const walled = await service.as('client-viewer').get(`/api/v1/events?engagement=${otherEngagement}`);
    expect(walled.status).toBe(404);
  });

  it('names what is wrong with a question', async () => {
    const answer = await service.as('project-manager').get('/api/v1/events?types=%25');
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ pointer: '/types' }] });
    expect((await service.as('project-manager').get('/api/v1/events?after=-1')).status).toBe(400);
    expect((await service.anonymous.get('/api/v1/events')).status).toBe(401);
  });

  it('lets a reader wait for the next event', async () => {
    const waiting = page('project-manager', '?after=4&wait=20');
    await dataDate(engagement, 3);
    expect((await waiting).map(({ feedsequence }) => feedsequence)).toEqual([5]);
  });

  it('streams live, and goes on where a reader broke off', async () => {
    const headers = { ...(await service.as('project-manager').authorization()), 'last-event-id': '4' };
    const abort = new AbortController();
    const answer = await fetch(`${url}/api/v1/events/stream`, { headers, signal: abort.signal });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const text = readUntil(answer, 'id: 6');
    await dataDate(engagement, 4);
    expect((await text).match(/^id: \d+$/gm)).toEqual(['id: 5', 'id: 6']);
    abort.abort();
  });
});

async function readUntil(answer: Response, mark: string): Promise<string> {
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += new TextDecoder().decode(chunk as Uint8Array);
    if (text.includes(mark)) return text;
  }
  return text;
}
