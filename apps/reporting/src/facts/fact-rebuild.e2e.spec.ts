import { type ServiceUnderTest, withService } from '@bw/service-shell/testing';
import { FactStore, LIVE_FACTS } from '@bw/projections';
import { Database } from '@bw/service-shell';
import { createService } from '../service.ts';
import { CLIENT, ENGAGEMENT, PLAN, planBegins, SAMPLE_LINES } from '../testing/plan-story.ts';

interface Standing {
  readonly projections: readonly { readonly name: string; readonly version: number; readonly live: boolean }[];
  readonly sources: readonly { readonly source: string; readonly position: number; readonly lagSeconds?: number }[];
}

describe('facts of the running service', () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await withService({
      service: 'reporting',
      createService,
      consumes: ['engagement', 'scheduling', 'risk', 'reporting'],
    });
    await service.grant('director');
    await service.knows({ client: CLIENT, engagement: ENGAGEMENT });
    await Promise.all(
      planBegins({ lines: SAMPLE_LINES }).map(({ fact, effective }) =>
        service.happens(
          fact.type.split('.')[0] ?? '',
          { ...fact, ...(effective && { effective: { at: effective } }) },
          { engagement: ENGAGEMENT, client: CLIENT },
        ),
      ),
    );
  }, 60_000);
  afterAll(() => service.stop());

  const bac = async () => {
    const { body } = await service
      .as('director')
      .get<{ figures: { id: string; amount?: number }[] }>(`/api/v1/evm?plan=${PLAN}&asOf=2027-04-01T00:00:00.000Z`);
    return body.figures.find(({ id }) => id === 'BAC')?.amount;
  };

  it('are what a rebuild from the feed alone gives, row by row', async () => {
    const { status, body } = await service.as('director').post('/ops/reporting/facts/proof');
    expect([status, body]).toMatchObject([200, { equal: true }]);
    expect(body['tables']).toMatchObject(
      expect.arrayContaining([
        { table: 'level_fact', rows: expect.any(Number), live: expect.any(String), rebuilt: expect.any(String) },
      ]),
    );
  });

  it('say who told them and how far each log is taken in', async () => {
    const { status, body } = await service.as('director').get<Standing>('/ops/reporting/projections');
    expect(status).toBe(200);
    expect(body.projections).toContainEqual({ name: 'earned-value', version: expect.any(Number), live: true });
    expect(body.sources.map(({ source }) => source)).toEqual(['engagement', 'scheduling', 'risk', 'reporting']);
    const scheduling = body.sources.find(({ source }) => source === 'scheduling');
    expect(scheduling?.position).toBeGreaterThan(0);
    expect(scheduling?.lagSeconds).toBeGreaterThanOrEqual(0);
  });

  it('are told anew at the next start where a projection is another one now', async () => {
    expect(await bac()).toBe(400_000);
    const outdated = `update ${LIVE_FACTS}.projection set version = 0 where name = 'earned-value'`;
    await service.app.get(Database).pool.query(outdated);
    await service.app.get(Database).pool.query(`delete from ${LIVE_FACTS}.log_watermark`);
    await service.restart();
    expect(await service.app.get(FactStore).isOutdated(service.app.get(Database).pool)).toBe(false);
    expect(await bac()).toBe(400_000);
    expect((await service.as('director').post('/ops/reporting/facts/proof')).body['equal']).toBe(true);
  });
});
