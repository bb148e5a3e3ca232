import type { Client, ServiceUnderTest } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import { engagementId, openHouse, until } from '../testing/house.ts';

const calendarId = idOf('calendar');
const planId = idOf('plan');
const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }));
const activity = (code: string) => ({ planId, code, wbs: code, name: `Do ${code}`, type: 'task', duration: 480 });
const url = (code: string) => `/api/v1/activities/${idOf('activity', code)}`;

describe('a plan that somebody edits', () => {
  let house: ServiceUnderTest;
  const manager = () => house.as('project-manager');

  beforeAll(async () => {
    house = await openHouse();
    await manager().put(`/api/v1/calendars/${calendarId}`, { name: 'Days', zone: 'UTC', shifts: week });
    await manager().post(`/api/v1/calendars/${calendarId}/publish`);
    const plan = { engagementId, title: 'Move', zone: 'UTC', currency: 'EUR', calendarId };
    await manager().put(`/api/v1/plans/${planId}`, { ...plan, projectStart: '2026-01-05T08:00:00.000Z' });
    for (const code of ['A', 'B', 'C']) await manager().put(url(code), activity(code));
  }, 60_000);
  afterAll(() => house.stop());

  async function version(): Promise<number> {
    const { headers } = await manager().get(`/api/v1/plans/${planId}`);
    return Number(headers['etag']?.replaceAll('"', ''));
  }

  const link = (caller: Client, from: string, to: string, sending = {}) => {
    const ends = { predecessor: idOf('activity', from), successor: idOf('activity', to) };
    return caller.put(`/api/v1/links/${idOf('link', from, to)}`, { planId, ...ends, type: 'FS' }, sending);
  };

  it('repeats a PUT without harm, and wants the version for a change', async () => {
    const before = await version();
    expect(await manager().put(url('A'), activity('A'))).toMatchObject({ status: 200, body: { version: 2 } });
    const longer = { ...activity('A'), duration: 960 };
    expect(await manager().put(url('A'), longer)).toMatchObject({
      status: 428,
      body: { code: 'PRECONDITION_REQUIRED' },
    });
    expect(await manager().put(url('A'), longer, { version: before - 1 })).toMatchObject({
      status: 412,
      body: { code: 'VERSION_CONFLICT' },
    });
    expect(await manager().put(url('A'), longer, { version: before })).toMatchObject({
      status: 200,
      body: { version: before + 1 },
    });
    expect((await manager().get(`${url('A')}?plan=${planId}`)).body).toMatchObject({ code: 'A', duration: 960 });
  });

  it('refuses links in a circle with the whole path, and ends that are not there', async () => {
    expect((await link(manager(), 'A', 'B')).status).toBe(200);
    expect((await link(manager(), 'B', 'C')).status).toBe(200);
    const circle = await link(manager(), 'C', 'A');
    expect(circle).toMatchObject({ status: 409, body: { code: 'CYCLE', refusal: 'plan-would-have-a-cycle' } });
    expect((circle.body['path'] as readonly { code: string }[]).map(({ code }) => code).toSorted()).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(await link(manager(), 'A', 'Z')).toMatchObject({ status: 400, body: { refusal: 'link-dangling' } });
  });

  it('sets budget, rule, estimate, constraint, resources and options', async () => {
    const set = async (path: string, body: object) =>
      manager().post(`${url('A')}/${path}`, { planId, ...body }, { version: await version() });
    const resourceId = idOf('resource');
    const resource = { planId, code: 'Crew', kind: 'person', availability: 20_000 };
    const answers = [
      await set('budget', { fixed: 100, variable: 200, currency: 'EUR' }),
      await set('earning-rule', { rule: 'FIFTY_50' }),
      await set('estimate', { optimistic: 480, likely: 960, pessimistic: 1_440 }),
      await set('constraint', { kind: 'SNET', at: '2026-01-12T08:00:00.000Z' }),
      await manager().put(`/api/v1/resources/${resourceId}`, resource),
      await set('demand', { resourceId, units: 10_000 }),
      await manager().post(
        `/api/v1/plans/${planId}/schedule-options`,
        { progressMode: 'progress-override', lagCalendar: '24h' },
        { version: await version() },
      ),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await manager().get(`${url('A')}?plan=${planId}`)).body).toMatchObject({
      budget: { fixed: 100, variable: 200 },
      earningRule: 'FIFTY_50',
      constraint: { kind: 'SNET', at: '2026-01-12T08:00:00.000Z' },
      demands: [{ resourceId, units: 10_000 }],
    });
    expect((await manager().get(`/api/v1/plans/${planId}`)).body).toMatchObject({
      options: { progressMode: 'progress-override', lagCalendar: '24h' },
      totals: { activities: 3, budget: 300 },
    });
    expect(await set('constraint', { kind: 'MSO' })).toMatchObject({
      status: 400,
      body: { refusal: 'constraint-needs-a-date' },
    });
    expect(
      await manager().post(`${url('A')}/budget`, { planId, fixed: 1, variable: 1, currency: 'EUR' }),
    ).toMatchObject({ status: 428 });
  });

  it.each<[string, object, string]>([
    ['an unknown field', { ...activity('D'), colour: 'red' }, '/colour'],
    ['a wrong type', { ...activity('D'), duration: 'long' }, '/duration'],
    ['a date that does not exist', { ...activity('D'), start: '2026-02-30T08:00:00.000Z' }, '/start'],
    ['nothing', {}, '/planId'],
  ])('refuses %s by its place', async (_, body, pointer) => {
    const answer = await manager().put(url('D'), body);
    expect([answer.status, answer.body['code']]).toEqual([400, 'VALIDATION']);
    expect((answer.body['errors'] as readonly { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  it('removes links and activities', async () => {
    expect(
      await manager().delete(`/api/v1/links/${idOf('link', 'B', 'C')}?plan=${planId}`, { version: await version() }),
    ).toMatchObject({ status: 200 });
    expect(await manager().delete(`${url('B')}?plan=${planId}`)).toMatchObject({ status: 428 });
    expect(await manager().delete(`${url('B')}?plan=${planId}`, { version: await version() })).toMatchObject({
      status: 200,
    });
    expect((await manager().get(`/api/v1/plans/${planId}`)).body).toMatchObject({
      totals: { activities: 2, links: 0 },
    });
  });

  it('is calculated when somebody asks, and captured with calculated dates', async () => {
    const asked = await manager().post('/api/v1/schedule-runs', { planId });
    const run = String(asked.body['streamId']).replace('run-', '');
    const status = async () => (await manager().get(`/api/v1/schedule-runs/${run}`)).body['status'];
    expect(await until(status, (now) => now !== 'requested')).toBe('completed');
    const baseline = idOf('baseline');
    await manager().put(`/api/v1/baselines/${baseline}`, { planId });
    expect((await manager().get(`/api/v1/baselines/${baseline}`)).body).toMatchObject({
      totals: { start: '2026-01-05T08:00:00.000Z', finish: '2026-01-13T16:00:00.000Z', bac: 300 },
    });
  });

  it('is for those who plan there; others do not know of it', async () => {
    expect((await link(house.as('sponsor'), 'A', 'C')).status).toBe(403);
    expect((await house.as('vendor-lead').put(url('E'), activity('E'))).status).toBe(403);
    await house.grant('far', { roles: ['project-manager'], engagement: idOf('other engagement') });
    await house.knows({ client: idOf('other client'), engagement: idOf('other engagement') });
    const far = house.as('far');
    const answers = [
      await far.get(`/api/v1/plans/${planId}`),
      await far.get(`/api/v1/plans?engagement=${engagementId}`),
      await far.put(url('E'), activity('E')),
      await far.post('/api/v1/schedule-runs', { planId }),
      await far.post(`/api/v1/plans/${planId}/data-date`, { dataDate: '2026-01-05T08:00:00.000Z' }),
      await house.as('project-manager', { tenant: idOf('other tenant') }).get(`/api/v1/plans/${planId}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 403]);
    expect((await house.anonymous.get(`/api/v1/plans/${planId}`)).status).toBe(401);
  });

  it('takes provider cost only from those who may see it', async () => {
    await manager().post(`/api/v1/plans/${planId}/data-date`, { dataDate: '2026-01-09T16:00:00.000Z' });
    const cost = {
      planId,
      activityId: idOf('activity', 'A'),
      amount: 5,
      currency: 'EUR',
      effective: '2026-01-09T16:00:00.000Z',
    };
    const put = (who: string, basis: string) =>
      house.as(who).put(`/api/v1/actual-costs/${idOf('cost', who, basis)}`, { ...cost, basis });
    expect((await put('vendor-lead', 'project')).status).toBe(201);
    expect((await put('vendor-lead', 'provider')).status).toBe(403);
    expect((await put('project-manager', 'provider')).status).toBe(201);
    const historic = await house
      .as('vendor-lead')
      .put(`/api/v1/actual-costs/${idOf('cost', 'old')}?policy=historic`, { ...cost, basis: 'project' });
    expect(historic.status).toBe(403);
    const read = (who: string) =>
      house.as(who).get(`/api/v1/actual-costs/${idOf('cost', 'project-manager', 'provider')}`);
    expect([(await read('project-manager')).status, (await read('sponsor')).status]).toEqual([200, 404]);
  });
});

describe('a holiday set', () => {
  it('that is corrected changes the calendars that follow it', async () => {
    const house = await openHouse();
    try {
      const manager = house.as('project-manager');
      const [holidays, calendar] = [idOf('holidays'), idOf('calendar with holidays')];
      const set = { name: 'Norway', country: 'NO', year: 2026 };
      await manager.put(`/api/v1/holiday-sets/${holidays}`, { ...set, days: ['2026-05-01'] });
      const body = { name: 'Days', zone: 'Europe/Oslo', shifts: week, holidaySets: [holidays] };
      await manager.put(`/api/v1/calendars/${calendar}`, body);
      await manager.post(`/api/v1/calendars/${calendar}/publish`);
      const view = async () => (await manager.get(`/api/v1/calendars/${calendar}`)).body['calendarVersion'];
      expect(await view()).toBe(1);
      const listed = async () =>
        (await manager.get<readonly { published: boolean }[]>('/api/v1/calendars')).body[0]?.published;
      await until(listed, (published) => published === true);

      await manager.put(
        `/api/v1/holiday-sets/${holidays}`,
        { ...set, days: ['2026-05-01', '2026-05-14'] },
        { version: 1 },
      );
      expect(await until(view, (now) => now === 2)).toBe(2);
      const work = `/api/v1/calendars/${calendar}/work?from=2026-05-11T00:00:00.000Z&to=2026-05-18T00:00:00.000Z`;
      expect((await manager.get(work)).body).toMatchObject({ minutes: 4 * 480 });
      expect((await manager.get('/api/v1/holiday-sets')).body).toEqual([{ holidaySetId: holidays, ...set }]);
      expect((await manager.get(`/api/v1/holiday-sets/${holidays}`)).body).toMatchObject({
        days: ['2026-05-01', '2026-05-14'],
      });
    } finally {
      await house.stop();
    }
  }, 60_000);
});
