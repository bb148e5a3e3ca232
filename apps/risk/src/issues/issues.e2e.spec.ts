import { idOf } from '@bw/testing';
import { Database } from '@bw/service-shell';
import { ENGAGEMENT, RiskService } from '../../test/risk-service.ts';
import { clockIdOf } from '../clocks/clock.process.ts';
import { escalationIdOf } from '../escalations/ladder.process.ts';

const CALENDAR = idOf('calendar');
const ONE = idOf('issue', 1);
const TWO = idOf('issue', 2);
const MONDAY_9 = '2025-03-03T09:00:00.000Z';

let service: RiskService;
const at = (id: string, what = '') => `/api/v1/issues/${id}${what}`;

const calendar = (calendarVersion: number, holidays: readonly string[] = []) => ({
  calendarId: CALENDAR,
  engagementId: ENGAGEMENT,
  name: 'Office',
  calendarVersion,
  zone: 'UTC',
  shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  exceptions: [],
  holidays,
  holidaySets: [],
  hash: String(calendarVersion).repeat(64),
});
const serviceLevel = (changes: object = {}) => ({
  engagementId: ENGAGEMENT,
  severity: 2,
  acknowledgeMinutes: 60,
  resolveMinutes: 480,
  calendarId: CALENDAR,
  warnAtBp: [5_000, 9_000],
  reopen: 'continue',
  ...changes,
});
const crossed = (number: number) => ({
  measurementId: idOf('measurement', number),
  kpi: 'K01',
  engagementId: ENGAGEMENT,
  severity: 2,
  value: '0.8412',
  threshold: '0.9000',
  status: 'breached',
});
const recovered = (number: number) => ({
  measurementId: idOf('measurement', number),
  kpi: 'K01',
  engagementId: ENGAGEMENT,
  value: '0.9500',
  threshold: '0.9000',
});

async function act(who: string, id: string, what: string, body: object = {}, headers: Record<string, string> = {}) {
  const { body: seen } = await service.as(who).get<{ version: number }>(at(id));
  const answer = await service.as(who).post(at(id, what), body, { version: seen.version, headers });
  await service.quiet();
  return answer;
}

async function read(path: string) {
  return (await service.as('sponsor').get(`/api/v1/${path}`)).body;
}

/** What was told of a clock or a ladder, in order: the type's name, and when it counts. */
async function told(id: string, ...types: readonly string[]): Promise<readonly string[]> {
  const events = await service.log(...types);
  return events
    .filter(({ stream }) => stream.endsWith(id))
    .map(({ type, effective }) => `${type.replace('risk.', '')} ${effective.slice(5, 16)}`);
}

beforeAll(async () => {
  service = await RiskService.start(MONDAY_9);
  await service.happens('engagement.ServiceLevelAgreed', serviceLevel());
  await service.happens('engagement.EscalationPolicyAgreed', {
    engagementId: ENGAGEMENT,
    severities: [1, 2],
    levels: [
      { level: 1, role: 'project-manager', afterMinutes: 30, calendarId: CALENDAR },
      { level: 2, role: 'compliance-officer', afterMinutes: 60, calendarId: CALENDAR }, // nobody holds it
      { level: 3, role: 'director', afterMinutes: 120, calendarId: CALENDAR },
    ],
  });
});
afterAll(() => service?.under.stop());

describe('an issue raised by hand', () => {
  it('gets its clocks once the calendar they count by is there', async () => {
    const body = { engagementId: ENGAGEMENT, severity: 2, title: 'No environment' };
    expect(await service.as('sponsor').put(at(ONE), body)).toMatchObject({ status: 403 });
    expect(await service.as('project-manager').put(at(ONE), body)).toMatchObject({ status: 201 });
    await service.quiet();
    expect(await service.log('SlaClockStarted')).toEqual([]);

    await service.happens('scheduling.CalendarPublished', calendar(1));
    expect(await service.log('SlaClockStarted')).toMatchObject([
      { data: { clock: 'acknowledge', at: MONDAY_9, due: '2025-03-03T10:00:00.000Z' } },
      { data: { clock: 'resolve', at: MONDAY_9, due: '2025-03-03T17:00:00.000Z' } },
    ]);
  });

  it('stops its acknowledge clock when somebody takes note, told late by minutes', async () => {
    await service.advanceStepwise('2025-03-03T09:40:00.000Z');
    const headers = { 'bw-effective': '2025-03-03T09:20:00.000Z' };
    expect(await act('project-manager', ONE, '/acknowledge', {}, headers)).toMatchObject({
      status: 400,
      body: { refusal: 'backdating-needs-reason' },
    });
    const because = { ...headers, 'bw-reason': encodeURIComponent('Was said on the phone.') };
    expect(await act('project-manager', ONE, '/acknowledge', {}, because)).toMatchObject({ status: 200 });
    expect(await service.log('SlaMet')).toMatchObject([{ data: { late: false, elapsedMinutes: 20 } }]);
    expect(await read(`clocks/${clockIdOf(ONE, 'acknowledge')}`)).toMatchObject({ state: 'met', elapsedMinutes: 20 });
  });

  it('stands still while it waits for a reason that counts', async () => {
    await act('project-manager', ONE, '/assignments', { assignee: idOf('user', 'director') });
    await service.advanceStepwise('2025-03-03T10:00:00.000Z');
    expect(await act('project-manager', ONE, '/waits', { reason: 'lunch', clientNotified: true })).toMatchObject({
      status: 400,
    });
    const silent = { reason: 'waiting-client', clientNotified: false };
    expect(await act('project-manager', ONE, '/waits', silent)).toMatchObject({ status: 409 });
    expect(await act('project-manager', ONE, '/waits', { ...silent, clientNotified: true })).toMatchObject({
      status: 200,
    });
    await service.advanceStepwise('2025-03-03T12:00:00.000Z');
    expect(await read(`clocks/${clockIdOf(ONE, 'resolve')}`)).toMatchObject({
      state: 'paused',
      elapsedMinutes: 60,
      pausedMinutes: 120,
    });
    await act('project-manager', ONE, '/resume');
    expect(await read(`clocks/${clockIdOf(ONE, 'resolve')}`)).toMatchObject({
      state: 'running',
      due: '2025-03-04T11:00:00.000Z',
    });
  });

  it('warns in working time, and a restart loses no timer and fires none twice', async () => {
    await service.advanceStepwise('2025-03-03T15:30:00.000Z');
    await service.under.restart();
    await service.advanceStepwise('2025-03-04T10:30:00.000Z');
    await service.under.restart();
    await service.quiet();
    expect(await told(clockIdOf(ONE, 'resolve'), 'SlaWarningReached', 'SlaBreached')).toEqual([
      'SlaWarningReached 03-03T15:00',
      'SlaWarningReached 03-04T10:12', // 432 minutes
    ]);
  });

  it('climbs its ladder from the last warning, past a level that nobody holds, until somebody acknowledges', async () => {
    await service.advanceStepwise('2025-03-04T11:20:00.000Z');
    const ladder = escalationIdOf(ONE);
    expect(await told(ladder)).toEqual([
      'EscalationRaised 03-04T10:42',
      'EscalationAdvanced 03-04T11:12',
      'EscalationUnreachable 03-04T11:12',
      'EscalationAdvanced 03-04T11:12',
    ]);
    expect(await read(`escalations/${ladder}`)).toMatchObject({ status: 'climbing', level: 3 });
    expect(await told(clockIdOf(ONE, 'resolve'), 'SlaBreached')).toEqual(['SlaBreached 03-04T11:00']);

    const acknowledge = (version: number) =>
      service.as('director').post(`/api/v1/escalations/${ladder}/acknowledge`, {}, { version });
    expect(await acknowledge(1)).toMatchObject({ status: 412 });
    expect(await acknowledge(4)).toMatchObject({ status: 200 });
    await service.quiet();
    await service.advanceStepwise('2025-03-05T09:00:00.000Z');
    expect(await told(ladder)).toHaveLength(5);
    expect(await read(`issues?engagement=${ENGAGEMENT}`)).toMatchObject({ items: [{ status: 'inProgress' }] });
  });

  it('ends late, and with it the ladder', async () => {
    await act('project-manager', ONE, '/resolve', { resolution: 'It is there.' });
    expect(await read(`clocks/${clockIdOf(ONE, 'resolve')}`)).toMatchObject({ state: 'met-late', elapsedMinutes: 840 });
    expect(await read(`escalations/${escalationIdOf(ONE)}`)).toMatchObject({ status: 'ended' });
  });

  it('is verified by somebody else than who resolved it', async () => {
    expect(await act('project-manager', ONE, '/verify')).toMatchObject({
      status: 409,
      body: { refusal: 'verifier-is-resolver' },
    });
    expect(await act('sponsor', ONE, '/verify')).toMatchObject({ status: 200 });
  });

  it('reopened, its clock goes on where it stood, and calls anew', async () => {
    await service.advanceStepwise('2025-03-05T10:00:00.000Z');
    expect(await act('sponsor', ONE, '/reopen', { why: 'It is gone again.' })).toMatchObject({ status: 200 });
    expect(await read(`clocks/${clockIdOf(ONE, 'resolve')}`)).toMatchObject({ state: 'breached', elapsedMinutes: 840 });
    await service.advanceStepwise('2025-03-05T10:30:00.000Z');
    expect((await told(escalationIdOf(ONE))).slice(-1)).toEqual(['EscalationRaised 03-05T10:30']);
    await act('project-manager', ONE, '/cancel', { why: 'Enough for this test.' });
    expect(await read(`clocks/${clockIdOf(ONE, 'resolve')}`)).toMatchObject({ state: 'cancelled' });
    expect(await service.log('EscalationResolved')).toMatchObject([
      { data: { outcome: 'resolved', cycle: 1 } },
      { data: { outcome: 'withdrawn', cycle: 2 } },
    ]);
  });
});

describe('a calendar or a service level that is set right', () => {
  const clock = clockIdOf(TWO, 'resolve');

  it('counts an open clock anew, over the same stretches', async () => {
    const body = { engagementId: ENGAGEMENT, severity: 2, title: 'Two' };
    await service.as('project-manager').put(at(TWO), body);
    await service.quiet();
    expect(await read(`clocks/${clock}`)).toMatchObject({ due: '2025-03-06T10:30:00.000Z' });

    await service.happens('scheduling.CalendarPublished', calendar(2, ['2025-03-06']));
    expect(await read(`clocks/${clock}`)).toMatchObject({ due: '2025-03-07T10:30:00.000Z', calendarVersion: 2 });
    expect(await service.log('SlaClockRecalculated')).toMatchObject([
      { data: { clock: 'acknowledge', because: 'calendar' } },
      { data: { clock: 'resolve', because: 'calendar', due: '2025-03-07T10:30:00.000Z' } },
    ]);
  });

  it('moves the timers with it', async () => {
    await service.happens('engagement.ServiceLevelAgreed', serviceLevel({ resolveMinutes: 240 }));
    expect(await read(`clocks/${clock}`)).toMatchObject({ due: '2025-03-05T14:30:00.000Z' });
    await service.advanceStepwise('2025-03-05T16:00:00.000Z');
    expect(await told(clock, 'SlaWarningReached', 'SlaBreached')).toEqual([
      'SlaWarningReached 03-05T12:30',
      'SlaWarningReached 03-05T14:06',
      'SlaBreached 03-05T14:30',
    ]);
    await act('project-manager', TWO, '/resolve', { resolution: 'Done.' });
  });
});

describe('a service level that comes after the issue', () => {
  const THREE = idOf('issue', 3);

  it('starts its clocks from when it was agreed, and lets those that wait stand still', async () => {
    await service.as('project-manager').put(at(THREE), { engagementId: ENGAGEMENT, severity: 3, title: 'Three' });
    await act('project-manager', THREE, '/assignments', { assignee: idOf('user', 'director') });
    await act('project-manager', THREE, '/waits', { reason: 'force-majeure', clientNotified: true });
    await service.advanceStepwise('2025-03-05T16:30:00.000Z');
    const level = { ...serviceLevel({ severity: 3 }), calendarId: undefined };
    await service.happens('engagement.ServiceLevelAgreed', JSON.parse(JSON.stringify(level)) as object);
    expect((await service.under.as('sponsor').get(`/api/v1/clocks/${clockIdOf(THREE, 'acknowledge')}`)).status).toBe(
      404,
    );
    await service.advanceStepwise('2025-03-05T16:45:00.000Z');
    expect(await read(`clocks/${clockIdOf(THREE, 'resolve')}`)).toMatchObject({
      state: 'paused',
      elapsedMinutes: 0,
      pausedMinutes: 15,
    });
    await act('project-manager', THREE, '/resume');
    expect(await read(`clocks/${clockIdOf(THREE, 'resolve')}`)).toMatchObject({ due: '2025-03-06T00:45:00.000Z' });
  });

  it('calls nobody where no ladder was agreed', async () => {
    await service.advanceStepwise('2025-03-06T01:00:00.000Z');
    expect(await told(clockIdOf(THREE, 'resolve'), 'SlaBreached')).toEqual(['SlaBreached 03-06T00:45']);
    expect(await told(escalationIdOf(THREE))).toEqual([]);
    expect(await read(`escalations?engagement=${ENGAGEMENT}`)).toMatchObject({ items: { length: 2 } });
  });
});

describe('a key figure past its threshold', () => {
  const raisedByKpi = async () =>
    (await service.log('IssueRaised')).filter(({ data }) => JSON.stringify(data).includes('"kind":"kpi"'));

  it('raises one issue, however often it is seen', async () => {
    await service.happens('reporting.KpiThresholdCrossed', crossed(1));
    await service.happens('reporting.KpiThresholdCrossed', crossed(2));
    const raised = await raisedByKpi();
    expect(raised).toMatchObject([
      {
        data: {
          severity: 2,
          title: 'K01 is past its threshold: 0.8412 against 0.9000',
          fingerprint: `kpi:${ENGAGEMENT}:K01`,
          origin: { kind: 'kpi', kpi: 'K01', measurement: idOf('measurement', 1) },
        },
      },
    ]);
    expect(await service.log('IssueNoted')).toMatchObject([{ data: { note: 'seen-again' } }]);
  });

  it('leaves the issue to people when it recovers, and raises another once that is resolved', async () => {
    await service.happens('reporting.KpiRecovered', recovered(3));
    expect((await service.log('IssueNoted')).at(-1)).toMatchObject({ data: { note: 'recovered' } });
    const [first] = await raisedByKpi();
    if (!first) throw new Error('No issue was raised.');
    const { issueId } = first.data as { issueId: string }; // IssueRaised, by its contract
    expect(await read(`issues/${issueId}`)).toMatchObject({ status: 'open' });

    await act('project-manager', issueId, '/resolve', { resolution: 'Estimates were corrected.' });
    await service.happens('reporting.KpiThresholdCrossed', crossed(4));
    expect(await raisedByKpi()).toHaveLength(2);
  });

  it('changes nothing when every event of all logs comes again', async () => {
    const before = await service.log();
    const { pool } = service.under.app.get(Database);
    await pool.query('update bus.consumer_offset set next_offset = 0, position = 0');
    await pool.query('update bus.consumer_source set position = 0');
    await service.under.app
      .get(Database)
      .withTenant(service.under.tenant, (tx) => tx.query('update risk.line set version = 0'));
    await service.under.restart();
    await service.quiet();
    expect((await service.log()).length).toBe(before.length);
    const { items } = (await read(`issues?engagement=${ENGAGEMENT}`)) as { items: { version: number }[] }; // IssueView
    expect(items).toHaveLength(5);
    expect(items.filter(({ version }) => version === 0)).toEqual([]); // they did come
    const dead = await service.under.app.get(Database).pool.query('select reason from bus.dead_letter');
    expect(dead.rows).toEqual([]);
  });
});
