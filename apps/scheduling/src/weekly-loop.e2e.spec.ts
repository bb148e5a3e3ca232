import type { ServiceUnderTest } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import type { ImportView } from './imports/import.bodies.ts';
import type { ActivityView, LinkView, PlanView } from './plans/plan.bodies.ts';
import { allOf, clientId, engagementId, openHouse, until, upload } from './testing/house.ts';
import { twinBaseline, twinCalendar, twinPeriods } from './testing/twin-project.ts';

const calendarId = idOf('calendar');
const planId = idOf('plan');
const baselineId = idOf('baseline');
const zone = 'Europe/Brussels';

interface Run {
  readonly runId: string;
  readonly finish: string;
  readonly critical: number;
}

describe('a plan from its file to its forecast', () => {
  let house: ServiceUnderTest;
  let ids: ReadonlyMap<string, string>;
  const manager = () => house.as('project-manager');

  beforeAll(async () => {
    house = await openHouse();
  }, 60_000);
  afterAll(() => house.stop());

  it('takes a calendar out of a file, publishes it and counts with it', async () => {
    const file = { name: 'agenda.csv', bytes: twinCalendar };
    const fields = { name: 'Office hours', mapping: JSON.stringify({ zone }) };
    const preview = await upload<ImportView>(house, manager(), `/api/v1/imports?calendar=${calendarId}`, file, fields);
    expect(preview).toMatchObject({
      status: 200,
      body: { kind: 'calendar', status: 'ready', counts: { shifts: 10, days: 1 } },
    });

    expect(await manager().post(`/api/v1/imports/${preview.body.importId}/accept`, {})).toMatchObject({ status: 200 });
    expect(await manager().post(`/api/v1/calendars/${calendarId}/publish`)).toMatchObject({ status: 200 });
    const { body: work } = await manager().get(
      `/api/v1/calendars/${calendarId}/work?from=2026-04-27T00:00:00.000Z&to=2026-05-04T00:00:00.000Z`,
    );
    expect(work).toMatchObject({ calendarVersion: 1, minutes: 4 * 480 });
  });

  it('takes a plan out of a file as one step, with a line for every row', async () => {
    const plan = { engagementId, title: 'Library system', zone, currency: 'EUR', calendarId };
    const created = await manager().put(`/api/v1/plans/${planId}`, {
      ...plan,
      projectStart: '2026-04-06T06:00:00.000Z',
    });
    expect(created).toMatchObject({ status: 201, body: { streamId: `plan-${planId}`, version: 1 } });

    const file = { name: 'library.csv', bytes: twinBaseline };
    const preview = await upload<ImportView>(house, manager(), `/api/v1/imports?plan=${planId}`, file);
    const counts = {
      rows: 12,
      accepted: 12,
      quarantined: 0,
      activities: 8,
      summaries: 4,
      links: 9,
      resources: 3,
      constraints: 5,
    };
    expect(preview.body).toMatchObject({ kind: 'plan', target: planId, status: 'ready', format: 'csv', counts });
    expect((await manager().get<PlanView>(`/api/v1/plans/${planId}`)).body.totals.activities).toBe(0);

    const rows = await allOf<{ row: number; notes: { code: string }[] }>(
      manager(),
      `/api/v1/imports/${preview.body.importId}/rows`,
    );
    expect(rows).toHaveLength(12);
    expect(rows.flatMap(({ notes }) => notes.map(({ code }) => code))).toEqual(Array(5).fill('LATER_THAN_LOGIC'));

    const accept = () => manager().post(`/api/v1/imports/${preview.body.importId}/accept`, {});
    const [first, second] = [await accept(), await accept()];
    expect([first.status, second.status, second.body['version']]).toEqual([200, 200, first.body['version']]);

    const { body, headers } = await manager().get<PlanView>(`/api/v1/plans/${planId}`);
    expect(body.totals).toEqual({ activities: 8, summaries: 4, links: 9, resources: 3, budget: 982_000 });
    expect(headers['etag']).toBe(`"${String(first.body['version'])}"`);
    const activities = await allOf<ActivityView>(manager(), `/api/v1/plans/${planId}/activities`);
    expect(activities.map(({ code }) => code)).toEqual(['0', '10', '1', '2', '3', '11', '4', '5', '6', '12', '7', '8']);
    expect(await allOf<LinkView>(manager(), `/api/v1/plans/${planId}/links`)).toHaveLength(9);
    ids = new Map(activities.map(({ code, activityId }) => [code, activityId]));
  });

  it('calculates the schedule by itself when the plan has been quiet for a while', async () => {
    const run = await untilFinish('2026-05-12T15:00:00.000Z');
    const dates = await allOf<{ activityId: string; earlyStart: string }>(
      manager(),
      `/api/v1/schedule-runs/${run.runId}/dates`,
    );
    expect(dates.find(({ activityId }) => activityId === ids.get('6'))?.earlyStart).toBe('2026-04-27T06:00:00.000Z');
  });

  it('baselines the plan, and the sponsor’s answer approves exactly that content', async () => {
    expect(await manager().put(`/api/v1/baselines/${baselineId}`, { planId })).toMatchObject({ status: 201 });
    expect(await manager().post(`/api/v1/baselines/${baselineId}/submit`)).toMatchObject({ status: 200 });
    const { body: captured } = await manager().get(`/api/v1/baselines/${baselineId}`);
    expect(captured).toMatchObject({
      status: 'submitted',
      totals: { activities: 8, bac: 982_000 },
      dataDate: '2026-04-06T06:00:00.000Z',
    });

    await answer('1', idOf('other content').replaceAll('-', '').padEnd(64, '0'));
    expect((await manager().get(`/api/v1/baselines/${baselineId}`)).body['status']).toBe('submitted');
    await answer('2', String(captured['hash']));
    expect((await manager().get(`/api/v1/baselines/${baselineId}`)).body['status']).toBe('approved');
    expect(await allOf(manager(), `/api/v1/baselines/${baselineId}/lines`)).toHaveLength(12);
    expect(await allOf(manager(), `/api/v1/baselines/${baselineId}/links`)).toHaveLength(9);
    const listed = async () => (await manager().get<{ status: string }[]>(`/api/v1/baselines?plan=${planId}`)).body;
    expect(await until(listed, ([one]) => one?.status === 'approved')).toHaveLength(1);
  });

  it('takes a baseline’s place by a newer one', async () => {
    const next = idOf('baseline', 2);
    await manager().put(`/api/v1/baselines/${next}`, { planId, dataDate: '2026-04-10T15:00:00.000Z' });
    await manager().post(`/api/v1/baselines/${next}/submit`);
    const { body } = await manager().get(`/api/v1/baselines/${next}`);
    await answer('3', String(body['hash']), next);
    const first = async () => (await manager().get(`/api/v1/baselines/${baselineId}`)).body['status'];
    expect(await until(first, (status) => status === 'superseded')).toBe('superseded');
  });

  it('records data dates, progress and cost, and forecasts anew', async () => {
    for (const { statusDate, progress } of twinPeriods) {
      expect(await manager().post(`/api/v1/plans/${planId}/data-date`, { dataDate: statusDate })).toMatchObject({
        status: 200,
      });
      const reports = progress.map(({ code, cost: _, ...report }) => {
        return { command: `p ${code} ${statusDate}`, planId, activityId: ids.get(code), statusDate, ...report };
      });
      const costs = progress.map(({ code, cost: amount }) => {
        const about = { planId, activityId: ids.get(code), costId: idOf('cost', code, statusDate) };
        return {
          command: `c ${code} ${statusDate}`,
          ...about,
          amount,
          currency: 'EUR',
          basis: 'project',
          effective: statusDate,
        };
      });
      for (const [url, lines] of [
        ['progress', reports],
        ['actual-costs', costs],
      ] as const) {
        const results = await manager().batch(`/api/v1/${url}/batch`, lines);
        expect(results.body.map(({ status, problem }) => problem ?? status)).toEqual(lines.map(() => 200));
      }
    }
    // Activity 5 has not begun at the data date: with its week of lag it carries all that follows a day and a half on.
    const run = await untilFinish('2026-05-14T10:00:00.000Z');
    expect((await manager().get(`/api/v1/schedule-runs/${run.runId}`)).body).toMatchObject({
      status: 'completed',
      result: { dataDate: twinPeriods[1]?.statusDate, activities: 12, engineVersion: expect.any(Number) },
    });
  });

  it('corrects progress and cost, once', async () => {
    const activityId = ids.get('4') ?? '';
    const shown = await manager().get<{ reports: { eventId: string }[] }>(
      `/api/v1/activities/${activityId}/progress?plan=${planId}`,
    );
    const corrects = shown.body.reports.at(-1)?.eventId;
    const report = { planId, statusDate: '2026-04-17T15:00:00.000Z', actualStart: '2026-04-15T11:00:00.000Z' };
    const body = { ...report, actualDuration: 480, remainingDuration: 480, corrects, reason: 'counted twice' };
    const correct = () => manager().post(`/api/v1/activities/${activityId}/progress-corrections`, body);
    expect((await correct()).status).toBe(200);
    expect((await correct()).body).toMatchObject({ code: 'STATE_CONFLICT', refusal: 'progress-already-corrected' });

    const costId = idOf('cost', '4', '2026-04-17T15:00:00.000Z');
    const cost = await manager().get(`/api/v1/actual-costs/${costId}`);
    const right = {
      planId,
      activityId,
      amount: 60_000,
      currency: 'EUR',
      basis: 'project',
      effective: '2026-04-17T15:00:00.000Z',
    };
    const put = { ...right, corrects: cost.body['eventId'], reason: 'invoice corrected' };
    expect((await manager().post(`/api/v1/actual-costs/${costId}/corrections`, put)).status).toBe(200);
    expect((await manager().get(`/api/v1/actual-costs/${costId}`)).body).toMatchObject({ amount: 60_000 });
  });

  it('refuses progress after the data date, a data date that goes back, and the removal of what has actuals', async () => {
    const activityId = ids.get('5') ?? '';
    const late = { planId, statusDate: '2026-04-24T15:00:00.000Z', actualDuration: 0, remainingDuration: 720 };
    expect(await manager().post(`/api/v1/activities/${activityId}/progress`, late)).toMatchObject({
      status: 409,
      body: { code: 'STATE_CONFLICT', refusal: 'progress-after-data-date', hint: expect.any(String) },
    });
    const back = await manager().post(`/api/v1/plans/${planId}/data-date`, { dataDate: '2026-04-10T15:00:00.000Z' });
    expect(back.body).toMatchObject({ refusal: 'data-date-goes-back' });
    const { headers } = await manager().get(`/api/v1/plans/${planId}`);
    const version = Number(headers['etag']?.replaceAll('"', ''));
    const removed = await manager().delete(`/api/v1/activities/${ids.get('1') ?? ''}?plan=${planId}`, { version });
    expect(removed.body).toMatchObject({ refusal: 'activity-has-actuals' });
  });

  it('recalculates when a calendar that the plan follows changes', async () => {
    const { body, headers } = await manager().get(`/api/v1/calendars/${calendarId}`);
    const { name, shifts, exceptions, holidaySets } = body;
    const days = ['2026-05-01', '2026-05-08'];
    const put = await manager().put(
      `/api/v1/calendars/${calendarId}`,
      { name, zone, shifts, exceptions, holidaySets, days },
      { version: Number(headers['etag']?.replaceAll('"', '')) },
    );
    expect(put.status).toBe(200);
    await manager().post(`/api/v1/calendars/${calendarId}/publish`);
    await untilFinish('2026-05-15T10:00:00.000Z');
  });

  async function untilFinish(finish: string): Promise<Run> {
    const ask = async () => (await manager().get<Run[]>(`/api/v1/schedule-runs?plan=${planId}`)).body[0];
    const run = await until(ask, (last) => last?.finish === finish);
    if (!run) throw new Error('There is no run.');
    return run;
  }

  async function answer(approval: string, contentHash: string, subject = baselineId): Promise<void> {
    const about = { approvalId: idOf('approval', approval), engagementId, kind: 'baseline', subject, contentHash };
    const data = { ...about, by: idOf('user', 'sponsor') };
    await house.happens(
      'engagement',
      { type: 'engagement.ApprovalGranted', data },
      { engagement: engagementId, client: clientId },
    );
  }
});
