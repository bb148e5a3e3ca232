import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { idOf } from '@bw/testing';
import type { ImportView } from './imports/import.bodies.ts';
import { engagementId, openHouse, until, upload } from './testing/house.ts';

const shared = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const name = 'dslib-c2011-07';
const there = existsSync(`${shared}${name}-baseline.csv`);
const zone = 'Europe/Brussels';

/** Where the research data is at hand; its shipped twin runs in `weekly-loop.e2e.spec.ts` everywhere. */
(there ? describe : describe.skip)('the procurement project', () => {
  it('is taken over, scheduled to its own finish and baselined', async () => {
    const house = await openHouse();
    try {
      const manager = house.as('project-manager');
      const [calendarId, planId, baselineId] = [idOf('calendar'), idOf('plan'), idOf('baseline')];
      const file = (part: string) => ({ name: part, bytes: new Uint8Array(readFileSync(`${shared}${name}${part}`)) });
      const take = async (target: string, part: string, fields = {}) => {
        const { body } = await upload<ImportView>(house, manager, `/api/v1/imports?${target}`, file(part), fields);
        expect(body.status).toBe('ready');
        expect(await manager.post(`/api/v1/imports/${body.importId}/accept`, {})).toMatchObject({ status: 200 });
        return body;
      };
      await take(`calendar=${calendarId}`, '-calendar.csv', { name: 'Agenda', mapping: JSON.stringify({ zone }) });
      await manager.post(`/api/v1/calendars/${calendarId}/publish`);
      const plan = { engagementId, title: 'Patient transport system', zone, currency: 'EUR', calendarId };
      await manager.put(`/api/v1/plans/${planId}`, { ...plan, projectStart: '2010-01-01T07:00:00.000Z' });
      const { counts } = await take(`plan=${planId}`, '.xlsx');
      expect(counts).toMatchObject({
        activities: 49,
        summaries: 20,
        links: 56,
        resources: 5,
        constraints: 15,
        accepted: 69,
      });

      const last = async () =>
        (await manager.get<{ finish: string }[]>(`/api/v1/schedule-runs?plan=${planId}`)).body[0];
      const run = await until(last, (found) => found !== undefined);
      expect(run?.finish).toBe('2011-06-29T15:00:00.000Z');

      await manager.put(`/api/v1/baselines/${baselineId}`, { planId });
      expect((await manager.get(`/api/v1/baselines/${baselineId}`)).body).toMatchObject({
        totals: {
          activities: 49,
          bac: 18_075_944,
          start: '2010-01-01T07:00:00.000Z',
          finish: '2011-06-29T15:00:00.000Z',
        },
      });
    } finally {
      await house.stop();
    }
  }, 60_000);
});
