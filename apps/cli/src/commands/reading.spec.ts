import { bw, StandIn } from '../testing/stand-in.ts';

const PLAN = '11111111-1111-4111-8111-111111111111';
const ENGAGEMENT = '22222222-2222-4222-8222-222222222222';
const POINT = { asOf: '2026-11-24T12:00:00.000Z', cut: 'e1.s2' };
const CPI = { id: 'CPI', title: 'Cost performance index', formulaVersion: 1, unit: 'ratio', value: '0.8303774570' };

const engagement = (code: string) => ({
  engagementId: ENGAGEMENT,
  clientId: PLAN,
  code,
  title: code,
  status: 'active',
});
const health = (colour: string, ...texts: readonly string[]) => ({
  colour,
  reasons: texts.map((text) => ({ colour, text })),
});
const line = (code: string, colour: string, text: string) => ({
  code,
  title: code,
  clientName: 'Client',
  state: 'active',
  health: health(colour, text),
  plans: [],
  decisions: { open: code === 'C' ? 2 : 0 },
});

describe('reading figures', () => {
  let there: StandIn;
  beforeEach(async () => {
    there = (await new StandIn().start())
      .on('GET /api/v1/engagements', (_, query) =>
        query.get('cursor') === null
          ? { body: { items: [engagement('NORD-DESK')], next: 'more' } }
          : { body: { items: [engagement('NORD-WMS')] } },
      )
      .on('GET /api/v1/plans', { body: [{ planId: PLAN, engagementId: ENGAGEMENT, title: 'Warehouse' }] })
      .on('GET /api/v1/evm', {
        body: { point: POINT, planId: PLAN, title: 'Warehouse', figures: [CPI], findings: [] },
      });
  });
  afterEach(() => there.stop());

  const asked = (path: string) =>
    there.seen
      .filter((seen) => seen.path.startsWith(path))
      .map(({ path: whole }) => new URL(whole, 'http://x').searchParams);

  it('portfolio shows the worst first, reads to the end, and says why and what waits', async () => {
    there.on('GET /api/v1/portfolio', (_, query) =>
      query.get('cursor') === null
        ? { body: { items: [line('A', 'green', 'fine'), line('B', 'amber', 'late')], next: 'more' } }
        : { body: { items: [line('C', 'red', 'dear')] } },
    );
    const { status, data, talk } = await bw(['portfolio'], { url: there.url });
    expect(status).toBe(0);
    expect(data.slice(1).map((text) => text.split(/\s+/)[1])).toEqual(['C', 'B', 'A']);
    expect(data[1]).toMatch(/dear; 2 decisions are open$/);
    expect(data[3]).not.toContain('fine');
    expect(talk).toBe('Next: npx bw evm C');
  });

  it('evm finds the plan by a code of the second page, in any case, and asks at the point in both times', async () => {
    const { status, data, talk } = await bw(['evm', 'nord-wms', '--as-of', '2026-11-13', '--known-at', '1w'], {
      url: there.url,
    });
    expect(status).toBe(0);
    expect(data.join('\n')).toMatch(/CPI +0\.8304 {2}Cost performance index/);
    const [query] = asked('/api/v1/evm');
    expect(Object.fromEntries(query ?? [])).toEqual({
      plan: PLAN,
      asOf: '2026-11-13T23:59:59.999Z',
      knownAt: '2026-11-17T12:00:00.000Z',
    });
    expect(talk).toBe('Next: npx bw explain CPI nord-wms --as-of 2026-11-13 --known-at 1w');
  });

  it('evm gives a program the whole answer and no talk', async () => {
    const { data, talk } = await bw(['evm', 'NORD-WMS', '--json'], { url: there.url });
    expect(JSON.parse(data.join(''))).toMatchObject({ point: POINT, figures: [CPI] });
    expect(talk).toBe('');
  });

  it('evm says which engagements there are where the word names none', async () => {
    const { status, talk } = await bw(['evm', 'NOPE'], { url: there.url });
    expect(status).toBe(2);
    expect(talk).toContain('There is no engagement "NOPE". You see NORD-DESK, NORD-WMS.');
  });

  it('explain wants one plan, and names them where there are several', async () => {
    there.on('GET /api/v1/plans', { body: [1, 2].map((n) => ({ planId: `${PLAN}${n}`, title: `Plan ${n}` })) });
    const { status, talk } = await bw(['explain', 'CPI', 'NORD-WMS'], { url: there.url });
    expect(status).toBe(2);
    expect(talk).toContain('Plan 2');
  });

  it('explain reads as many events as are wanted, over pages', async () => {
    const fact = (n: number) => ({
      kind: 'cost',
      event: `event-${n}`,
      type: 'scheduling.ActualCostRecorded',
      effective: POINT.asOf,
      recorded: POINT.asOf,
      amount: n * 100,
    });
    const common = { point: POINT, title: 'Warehouse', currency: 'EUR', lineage: 'f', groups: [], operands: [] };
    there.on('GET /api/v1/explain', (_, query) => {
      const page = Number(query.get('cursor') ?? 0);
      const figure = { ...CPI, id: 'AC', text: 'Sum', from: [] };
      return { body: { ...common, figure, facts: [fact(page * 2 + 1), fact(page * 2 + 2)], next: String(page + 1) } };
    });
    const { data, talk } = await bw(['explain', 'ac', 'NORD-WMS', '--events', '3'], { url: there.url });
    const events = data.filter((text) => text.includes('ActualCostRecorded'));
    expect(events.map((text) => /event-\d/.exec(text)?.[0])).toEqual(['event-1', 'event-2', 'event-3']);
    expect(data.at(-1)).toBe('… more: --events 15');
    expect(talk).toBe('Next: npx bw events show event-1');
    expect(asked('/api/v1/explain').map((query) => query.get('figure'))).toEqual(['AC', 'AC']);
  });

  it('api picks by name, number and value, and refuses what is not there', async () => {
    const pick = (path: string) => bw(['api', 'GET', 'plans', '--pick', path], { url: there.url });
    expect((await pick('0.title')).data).toEqual(['Warehouse']);
    expect((await pick('title=Warehouse.planId')).data).toEqual([PLAN]);
    expect(await pick('title=Depot.planId')).toMatchObject({ status: 2, data: [] });
  });

  it('api sends body, version and key', async () => {
    there.on('PUT /api/v1/clients/1', { body: { version: 1 } });
    const args = ['api', 'PUT', 'clients/1', '{"a":1}', '--if-match', '3'];
    expect((await bw(args, { url: there.url })).status).toBe(0);
    expect(there.seen.at(-1)).toMatchObject({ body: '{"a":1}', headers: { 'if-match': '"3"' } });
    expect((await bw(['api', 'PUT', 'clients/1', '{a'], { url: there.url })).status).toBe(2);
  });
});

describe('following events', () => {
  const FEED = Array.from({ length: 5 }, (_, index) => ({
    feedsequence: index + 1,
    id: `event-${index + 1}`,
    type: 'risk.IssueRaised',
    time: POINT.asOf,
    subject: 'iss-1',
  }));
  let there: StandIn;
  beforeEach(async () => {
    there = (await new StandIn().start()).on('GET /api/v1/events', (_, query) => {
      const last = query.get('last');
      const behind = FEED.filter(({ feedsequence }) => feedsequence > Number(query.get('after')));
      return { lines: true, body: last === null ? behind.slice(0, 2) : FEED.slice(-Number(last)) };
    });
  });
  afterEach(() => there.stop());

  const tail = (...more: readonly string[]) =>
    bw(['events', 'tail', '--no-follow', '--json', ...more], { url: there.url });
  const sequences = (data: readonly string[]) =>
    data.map((text) => (JSON.parse(text) as { feedsequence: number }).feedsequence);

  it('begins with the last ones', async () => expect(sequences((await tail('--last', '2')).data)).toEqual([4, 5]));
  it('reads all behind a sequence, page after page, once each', async () => {
    expect(sequences((await tail('--after', '0')).data)).toEqual([1, 2, 3, 4, 5]);
  });

  it('goes on behind the last ones when it follows, until it is stopped', async () => {
    const stop = new AbortController();
    there.on('GET /api/v1/events', (_, query) => {
      if (query.get('last') !== null) return { lines: true, body: FEED.slice(-1) };
      stop.abort();
      return { lines: true, body: [] };
    });
    const { status, data } = await bw(['events', 'tail', '--last', '1'], { url: there.url, signal: stop.signal });
    expect([status, data.length]).toEqual([0, 1]);
    expect(there.seen.at(-1)?.path).toContain('after=5');
  });
});
