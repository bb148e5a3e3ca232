import type { EngagementEvent } from '@bw/contracts-engagement';
import type { RiskServiceEvent } from '@bw/contracts-risk';
import type { SchedulingFact } from '@bw/contracts-scheduling';
import { type ServiceUnderTest, withService } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import { createService } from './service.ts';
import type { Told } from './testing/house.ts';
import { CLIENT, ENGAGEMENT, FIRST, PLAN, planBegins, SAMPLE_LINES, SECOND, THIRD } from './testing/plan-story.ts';

const OTHER_CLIENT = idOf('client', 'other');
const [RISK, ISSUE, CLOCK, LADDER, APPROVAL, RUN] = ['risk', 'issue', 'clock', 'ladder', 'approval', 'run'].map(
  (name) => idOf(name),
) as [string, string, string, string, string, string];
const FRIDAY = '2027-03-05T17:00:00.000Z';
const MONDAY_NOON = '2027-03-08T12:00:00.000Z';

type Body = Record<string, unknown> & {
  readonly point: { readonly asOf: string; readonly cut: string };
  readonly items: Record<string, unknown>[];
};

describe('read models of the running service', () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await withService({
      service: 'reporting',
      createService,
      consumes: ['engagement', 'scheduling', 'risk', 'reporting'],
    });
    await service.grant('project-manager');
    await service.grant('sponsor', { client: CLIENT });
    await service.grant('client-viewer', { client: OTHER_CLIENT });
    await service.knows({ client: CLIENT, engagement: ENGAGEMENT });
    await Promise.all(
      planBegins({ lines: SAMPLE_LINES }).map(({ fact, effective, shared }) =>
        happens(fact, effective, shared ? {} : { engagement: ENGAGEMENT, client: CLIENT }),
      ),
    );
    // Each log in its order, the logs beside each other.
    const logs = Map.groupBy(later, ({ type }) => type.split('.')[0]);
    await Promise.all(
      [...logs.values()].map(async (facts) => {
        for (const fact of facts) await happens(fact, fact.at);
      }),
    );
  }, 60_000);
  afterAll(() => service.stop());

  function happens(
    { type, data }: Told,
    effective?: string,
    place: object = { engagement: ENGAGEMENT, client: CLIENT },
  ) {
    const source = type.split('.')[0] ?? '';
    return service.happens(source, { type, data, ...(effective && { effective: { at: effective } }) }, place);
  }

  const get = async (path: string, who = 'project-manager') => {
    const { status, body } = await service.as(who).get<Body>(`/api/v1/${path}`);
    return { status, body };
  };
  const at = (path: string, asOf = MONDAY_NOON) => `${path}${path.includes('?') ? '&' : '?'}asOf=${asOf}`;

  it('gives earned value with its point, and the same again by the cut', async () => {
    const { status, body } = await get(at(`evm?plan=${PLAN}`));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      planId: PLAN,
      currency: 'EUR',
      dataDate: FRIDAY,
      evaluatedAt: FRIDAY,
      esStepMinutes: 1,
    });
    const figures = new Map((body['figures'] as { id: string }[]).map((figure) => [figure.id, figure]));
    expect(figures.get('EV')).toMatchObject({ unit: 'money', amount: 80_000, currency: 'EUR', formulaVersion: 1 });
    expect(figures.get('CPI')).toMatchObject({ unit: 'ratio', value: '0.8888888889' });
    expect(figures.get('ES')).toMatchObject({ unit: 'instant', minutes: 1920 });
    expect(body.point.cut).toMatch(/^e\d+\.p\d+\.r\d+\.s\d+$/);

    await happens({ type: 'scheduling.ActualCostRecorded', data: costOf(1_000, 'late') }, FRIDAY);
    expect((await get(`${at(`evm?plan=${PLAN}`)}&cut=${body.point.cut}`)).body).toEqual(body);
    expect((await get(at(`evm?plan=${PLAN}`))).body).not.toEqual(body);

    const restated = (await get(`restatements?plan=${PLAN}&from=${body.point.cut}&asOf=${MONDAY_NOON}`)).body;
    expect(restated['difference']).toEqual({ pv: 0, ev: 0, ac: 1_000 });
    expect(restated.items).toMatchObject([
      { activityId: FIRST, causes: [{ cause: 'learned', fact: { amount: 1_000 } }] },
    ]);
  });

  it('answers as known at an instant once every log has gone past it, with the cut of that instant', async () => {
    const before = (await get(at(`evm?plan=${PLAN}`))).body;
    const knownAt = new Date().toISOString();
    const early = await get(`${at(`evm?plan=${PLAN}`)}&knownAt=${new Date(Date.now() + 60_000).toISOString()}`);
    expect([early.status, early.body['code']]).toEqual([409, 'NOT_YET']);

    await Promise.all([
      happens({ type: 'scheduling.ActualCostRecorded', data: costOf(3_000, 'later') }, FRIDAY),
      happens({ type: 'engagement.EngagementResumed', data: { engagementId: ENGAGEMENT } }),
      happens({ type: 'risk.RiskReviewed', data: ofRisk }, '2027-03-04T08:00:00.000Z'),
    ]);
    const { status, body } = await get(`${at(`evm?plan=${PLAN}`)}&knownAt=${knownAt}`);
    expect([status, body.point]).toMatchObject([200, { asOf: MONDAY_NOON, knownAt }]);
    expect(body['figures']).toEqual(before['figures']);
    const repeated = await get(`${at(`evm?plan=${PLAN}`)}&cut=${body.point.cut}`);
    expect(repeated.body['figures']).toEqual(before['figures']);
    expect((await get(at(`evm?plan=${PLAN}`))).body['figures']).not.toEqual(before['figures']);
  });

  it('gives series, contributions, planned value and explanations', async () => {
    const series = (await get(at(`evm/series?plan=${PLAN}&esStep=60`))).body;
    expect(series['points']).toHaveLength(1);
    expect(series['planned']).toMatchObject(expect.arrayContaining([{ at: FRIDAY, pv: 100_000 }]));
    const contributions = (await get(at(`evm/contributions?plan=${PLAN}`))).body;
    expect(contributions).toMatchObject({ bac: 400_000, ev: 80_000 });
    const planned = (await get(`planned-value?plan=${PLAN}&asOf=${MONDAY_NOON}&at=${FRIDAY},${MONDAY_NOON}`)).body;
    expect(planned['cells']).toHaveLength(6);
    const explained = (await get(at(`explain?plan=${PLAN}&figure=CPI&limit=2`))).body;
    expect(explained).toMatchObject({
      figure: { id: 'CPI' },
      operands: [{ id: 'EV' }, { id: 'AC' }],
      facts: [{}, {}],
      next: expect.any(String),
    });
  });

  it('gives the plan as a table: planned, baselined, forecast, done', async () => {
    const { body } = await get(at(`plan-activities?plan=${PLAN}`));
    expect(body.items.map((item) => item['code'])).toEqual(['A1', 'A2', 'A3']);
    expect(body).toMatchObject({ run: { runId: RUN, dataDate: FRIDAY } });
    expect(body.items[0]).toMatchObject({
      done: 2400,
      remaining: 600,
      doneBp: 8000,
      budget: { fixed: 0, variable: 100_000 },
      startVariance: 0,
      finishVariance: 480,
    });
    expect(body.items[1]).toMatchObject({
      predecessors: [{ activityId: FIRST, linkId: idOf('link'), code: 'A1', type: 'FS', lag: 0 }],
      scheduled: { critical: true },
    });
    const second = (await get(`${at(`plan-activities?plan=${PLAN}`)}&limit=2&cursor=2`)).body;
    expect(second.items.map((item) => item['code'])).toEqual(['A3']);
  });

  it('gives the outlook: the forecast finish, what drives it, and the days that it is for', async () => {
    const { body } = await get(at(`outlook?plan=${PLAN}`));
    expect(body).toMatchObject({
      zone: 'UTC',
      run: { runId: RUN },
      baselineFinish: expect.any(String),
      finishes: [{ runId: RUN, dataDate: FRIDAY, finish: '2027-03-22T17:00:00.000Z', event: expect.any(String) }],
      critical: [{ code: 'A1' }, { code: 'A2' }, { code: 'A3' }],
      criticalCount: 3,
      milestones: [],
    });
  });

  it('gives the trend of the indices over the last data dates', async () => {
    const { body } = await get(at('portfolio/trends'));
    const figures = (await get(at(`evm?plan=${PLAN}`))).body['figures'] as { id: string; value?: string }[];
    const cpi = figures.find(({ id }) => id === 'CPI')?.value;
    expect(body.items).toEqual([
      { engagementId: ENGAGEMENT, planId: PLAN, points: [{ at: FRIDAY, cpi, spiT: '0.8000000000' }] },
    ]);
  });

  it('compares then and now: what happened between two business times, by activity, with the events', async () => {
    const then = '2027-03-03T12:00:00.000Z';
    const { status, body } = await get(at(`restatements?plan=${PLAN}&fromAsOf=${then}`));
    expect(status).toBe(200);
    const items = body.items as unknown as { activityId: string; ev: number; causes: { cause: string }[] }[];
    const earned = items.reduce((sum, { ev }) => sum + ev, 0);
    expect([earned, body['difference']]).toMatchObject([80_000, { ev: 80_000 }]);
    expect(body).toMatchObject({ currency: 'EUR', zone: 'UTC', evaluatedAt: FRIDAY });
    expect(items.find(({ activityId }) => activityId === FIRST)?.causes[0]).toMatchObject({
      cause: 'learned',
      fact: { kind: 'progress', type: 'scheduling.ProgressRecorded' },
    });
  });

  it('gives the register, issues with running clocks, and decisions', async () => {
    const { body: register } = await get(at(`register?engagement=${ENGAGEMENT}`));
    expect(register.items).toMatchObject([
      {
        riskId: RISK,
        state: 'open',
        current: { score: 20, aboveAppetite: true },
        inherent: { score: 12 },
        response: { strategy: 'mitigate' },
      },
    ]);

    const { body: issues } = await get(at(`issue-clocks?engagement=${ENGAGEMENT}`));
    expect(issues.items).toMatchObject([
      {
        issueId: ISSUE,
        severity: 2,
        state: 'acknowledged',
        origin: { kind: 'kpi', kpi: 'K02' },
        // Friday 17:00 to Monday 12:00 is four working hours.
        clocks: [
          {
            clockId: CLOCK,
            clock: 'resolve',
            state: 'running',
            elapsedMinutes: 240,
            remainingMinutes: 720,
            targetMinutes: 960,
            warnedBp: 2500,
          },
        ],
        escalations: [{ escalationId: LADDER, level: 1, role: 'director', state: 'raised' }],
      },
    ]);

    const { body: inbox } = await get(at('decision-inbox'), 'sponsor');
    expect(inbox.items).toMatchObject([
      { approvalId: APPROVAL, state: 'open', overdue: false, ageMinutes: 60, impact: { bac: 400_000 } },
    ]);
    expect((await get(at('decision-inbox?state=granted'))).body.items).toEqual([]);
    expect((await get(at('decision-inbox', '2027-03-09T12:00:00.000Z'))).body.items).toMatchObject([{ overdue: true }]);
  });

  it('gives the portfolio and the overview, each colour with its reasons', async () => {
    const { body } = await get(at('portfolio'));
    expect(body.items).toMatchObject([
      {
        engagementId: ENGAGEMENT,
        clientName: 'Hospital',
        state: 'active',
        health: { colour: 'red' },
        plans: [
          { planId: PLAN, bac: 400_000, ev: 80_000, spiT: '0.8000000000', forecastFinish: '2027-03-22T17:00:00.000Z' },
        ],
        issues: { severity1: 0, severity2: 1, breachedClocks: 0 },
        risks: { open: 1, aboveAppetite: 1 },
        decisions: { open: 1, overdue: 0 },
      },
    ]);
    const { health } = body.items[0] as { health: { reasons: { family: string; colour: string; code: string }[] } };
    expect(health.reasons.map(({ family, colour, code }) => [family, colour, code])).toEqual([
      ['schedule', 'red', 'BELOW_THRESHOLD'],
      ['cost', 'red', 'BELOW_THRESHOLD'],
      ['issues', 'amber', 'SEVERITY_2_OPEN'],
      ['risks', 'amber', 'ABOVE_APPETITE'],
    ]);
    expect((await get(at(`overviews/${ENGAGEMENT}`))).body['engagement']).toEqual(body.items[0]);
  });

  it('gives the trail of everything, the latest first, without the provider’s cost for clients', async () => {
    const { body } = await get(at(`audit?engagement=${ENGAGEMENT}&limit=3`, '2030-01-01T00:00:00.000Z'));
    expect(body.items).toHaveLength(3);
    const sequences = body.items.map((item) => Number(item['sequence']));
    expect(sequences).toEqual(sequences.toSorted((a, b) => b - a));
    const all = async (who: string) =>
      (await get(at(`audit?engagement=${ENGAGEMENT}&limit=200`, '2030-01-01T00:00:00.000Z'), who)).body.items.length;
    expect(await all('project-manager')).toBe((await all('sponsor')) + 1);
  });

  it('shows the client’s people their own engagement, and never what the work costs the provider', async () => {
    const { status, body } = await get(at(`evm?plan=${PLAN}`), 'sponsor');
    expect([status, body['planId']]).toEqual([200, PLAN]);
    expect((await get(at('portfolio'), 'sponsor')).body.items).toHaveLength(1);
    const explained = (await get(at(`explain?plan=${PLAN}&figure=AC`))).body;
    expect(JSON.stringify(explained['facts'])).not.toContain('77777');
  });

  it('does not let another client know that any of it exists', async () => {
    const who = 'client-viewer';
    const hidden = [
      `evm?plan=${PLAN}`,
      `evm/series?plan=${PLAN}`,
      `evm/contributions?plan=${PLAN}`,
      `planned-value?plan=${PLAN}`,
      `explain?plan=${PLAN}&figure=EV`,
      `plan-activities?plan=${PLAN}`,
      `outlook?plan=${PLAN}`,
      `restatements?plan=${PLAN}&from=s1`,
      `overviews/${ENGAGEMENT}`,
      `register?engagement=${ENGAGEMENT}`,
      `issue-clocks?engagement=${ENGAGEMENT}`,
      `audit?engagement=${ENGAGEMENT}`,
      `decision-inbox?engagement=${ENGAGEMENT}`,
    ];
    for (const path of hidden) expect([path, (await get(path, who)).status]).toEqual([path, 404]);
    for (const path of ['portfolio', 'portfolio/trends', 'decision-inbox'])
      expect((await get(path, who)).body.items).toEqual([]);
  });

  it.each([
    [`evm?plan=${PLAN}&asOf=yesterday`, '/asOf'],
    [`evm?plan=${PLAN}&cut=x9`, '/cut'],
    [`evm?plan=${PLAN}&cut=s1&minPosition=scheduling:2`, '/cut'],
    [`evm?plan=${PLAN}&minPosition=nobody:2`, '/minPosition'],
    [`evm?plan=${PLAN}&esStep=0`, '/esStep'],
    ['evm?plan=mine', '/plan'],
    [`evm?plan=${PLAN}&wish=more`, '/wish'],
    [`explain?plan=${PLAN}&figure=LUCK`, '/figure'],
    [`explain?plan=${PLAN}&figure=EV&cursor=nothing`, '/cursor'],
    [`restatements?plan=${PLAN}&from=nothing`, '/from'],
    [`restatements?plan=${PLAN}&from=s1&to=s1&cut=s1`, '/to'],
    [`restatements?plan=${PLAN}`, '/from'],
    [`restatements?plan=${PLAN}&from=s1&fromKnownAt=${FRIDAY}`, '/fromKnownAt'],
    [`planned-value?plan=${PLAN}&at=soon`, '/at'],
  ])('refuses %s', async (path, pointer) => {
    const { status, body } = await get(path);
    expect([status, body['code']]).toEqual([400, 'VALIDATION']);
    expect(
      (body['errors'] as { pointer: string }[]).map((error) => error.pointer.split('/').slice(0, 2).join('/')),
    ).toContain(pointer);
  });

  it('does not answer from less than was asked', async () => {
    const { status, body } = await get(`evm?plan=${PLAN}&minPosition=scheduling:9999`);
    expect([status, body['code'], body['missing']]).toEqual([409, 'NOT_YET', { scheduling: 9999 }]);
  });
});

const costOf = (amount: number, name: string, basis: 'project' | 'provider' = 'project') => ({
  costId: idOf('cost', name),
  planId: PLAN,
  engagementId: ENGAGEMENT,
  activityId: FIRST,
  amount,
  currency: 'EUR',
  basis,
});

const ofRisk = { riskId: RISK, engagementId: ENGAGEMENT };
const ofIssue = { issueId: ISSUE, engagementId: ENGAGEMENT };
const ofClock = { ...ofIssue, clockId: CLOCK, clock: 'resolve' as const };
const dates = (critical: boolean, earlyFinish: string) => ({
  earlyStart: FRIDAY,
  earlyFinish,
  lateStart: FRIDAY,
  lateFinish: earlyFinish,
  totalFloat: 0,
  freeFloat: 0,
  critical,
});

/** What happens to the plan and around it up to Monday noon. */
const later: readonly ((EngagementEvent | SchedulingFact | RiskServiceEvent) & { readonly at?: string })[] = [
  { type: 'engagement.EngagementActivated', data: { engagementId: ENGAGEMENT }, at: '2027-03-01T08:00:00.000Z' },
  {
    type: 'scheduling.ActivitiesLinked',
    data: {
      planId: PLAN,
      linkId: idOf('link'),
      predecessor: FIRST,
      successor: SECOND,
      type: 'FS',
      lag: 0,
      lagCalendar: 'predecessor',
    },
  },
  {
    type: 'scheduling.DataDateAdvanced',
    data: { planId: PLAN, engagementId: ENGAGEMENT, dataDate: FRIDAY },
    at: FRIDAY,
  },
  {
    type: 'scheduling.ProgressRecorded',
    data: {
      planId: PLAN,
      engagementId: ENGAGEMENT,
      activityId: FIRST,
      statusDate: FRIDAY,
      actualStart: '2027-03-01T08:00:00.000Z',
      actualDuration: 2400,
      remainingDuration: 600,
      warnings: [],
    },
    at: FRIDAY,
  },
  { type: 'scheduling.ActualCostRecorded', data: costOf(90_000, 'first'), at: FRIDAY },
  { type: 'scheduling.ActualCostRecorded', data: costOf(77_777, 'ours', 'provider'), at: FRIDAY },
  {
    type: 'scheduling.ScheduleCalculated',
    data: {
      runId: RUN,
      planId: PLAN,
      engagementId: ENGAGEMENT,
      planVersion: 5,
      dataDate: FRIDAY,
      inputHash: 'b'.repeat(64),
      resultHash: 'c'.repeat(64),
      engineVersion: 1,
      zoneDataVersion: '2025c',
      finish: '2027-03-22T17:00:00.000Z',
      activities: 3,
      critical: 3,
    },
    at: FRIDAY,
  },
  {
    type: 'scheduling.ScheduleDatesCalculated',
    data: {
      runId: RUN,
      planId: PLAN,
      engagementId: ENGAGEMENT,
      lines: [
        { activityId: FIRST, ...dates(true, '2027-03-08T17:00:00.000Z') },
        { activityId: SECOND, ...dates(true, '2027-03-15T17:00:00.000Z') },
        { activityId: THIRD, ...dates(true, '2027-03-22T17:00:00.000Z') },
      ],
    },
  },
  {
    type: 'risk.RiskIdentified',
    data: {
      ...ofRisk,
      title: 'Late hardware',
      kind: 'threat',
      category: 'supply',
      cause: 'One supplier',
      event: 'It delivers late',
      effect: 'Go-live slips',
      likelihood: 3,
      impact: 4,
      score: 12,
      policyVersion: 1,
      aboveAppetite: true,
    },
    at: '2027-03-02T08:00:00.000Z',
  },
  {
    type: 'risk.RiskAssessed',
    data: {
      ...ofRisk,
      rated: 'current',
      likelihood: 4,
      impact: 5,
      score: 20,
      policyVersion: 1,
      aboveAppetite: true,
      because: 'assessment',
    },
    at: '2027-03-03T08:00:00.000Z',
  },
  {
    type: 'risk.RiskResponsePlanned',
    data: { ...ofRisk, strategy: 'mitigate', plan: 'Ask a second supplier' },
    at: '2027-03-03T09:00:00.000Z',
  },
  {
    type: 'risk.IssueRaised',
    data: {
      ...ofIssue,
      severity: 2,
      title: 'SPI(t) below its threshold',
      fingerprint: 'K02',
      origin: { kind: 'kpi', kpi: 'K02', measurement: idOf('measurement') },
      raisedAt: FRIDAY,
    },
    at: FRIDAY,
  },
  {
    type: 'risk.SlaClockStarted',
    data: {
      ...ofClock,
      severity: 2,
      targetMinutes: 960,
      calendarId: SAMPLE_LINES[0]?.calendarId ?? '',
      calendarVersion: 1,
      warnAtBp: [2500],
      reopen: 'continue',
      at: FRIDAY,
      noted: FRIDAY,
      due: '2027-03-09T17:00:00.000Z',
    },
    at: FRIDAY,
  },
  { type: 'risk.IssueAcknowledged', data: { ...ofIssue, by: 'somebody' }, at: '2027-03-08T09:00:00.000Z' },
  { type: 'risk.SlaWarningReached', data: { ...ofClock, pointBp: 2500, cycle: 1, at: MONDAY_NOON }, at: MONDAY_NOON },
  {
    type: 'risk.EscalationRaised',
    data: {
      escalationId: LADDER,
      engagementId: ENGAGEMENT,
      subject: { kind: 'issue', id: ISSUE },
      cycle: 1,
      level: 1,
      role: 'director',
      since: MONDAY_NOON,
      clockId: CLOCK,
      severity: 2,
    },
    at: MONDAY_NOON,
  },
  {
    type: 'engagement.ApprovalRequested',
    data: {
      approvalId: APPROVAL,
      engagementId: ENGAGEMENT,
      kind: 'baseline',
      subject: idOf('baseline'),
      contentHash: 'd'.repeat(64),
      clientId: CLIENT,
      planId: PLAN,
      impact: { bac: 400_000, currency: 'EUR', activities: 3 },
      defaultOutcome: 'refused',
      due: '2027-03-09T11:00:00.000Z',
      requestedBy: 'somebody',
    },
    at: '2027-03-08T11:00:00.000Z',
  },
];
