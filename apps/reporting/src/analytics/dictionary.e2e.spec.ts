import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ServiceConfig } from '@bw/service-shell';
import { type ServiceUnderTest, withService } from '@bw/service-shell/testing';
import { idOf, TEST_TENANT } from '@bw/testing';
import { Client } from 'pg';
import { createService } from '../service.ts';
import type { Told } from '../testing/house.ts';
import { CLIENT, ENGAGEMENT, FIRST, PLAN, planBegins, SAMPLE_LINES } from '../testing/plan-story.ts';
import type { DataDictionary } from './dictionary.views.ts';
import { sampleQueries } from './sample-queries.ts';

/** The sample lies in the future of whoever runs this; whole weeks earlier it is a past that can be measured. */
const WEEKS = 78;
const earlier = (at: string): string => new Date(Date.parse(at) - WEEKS * 7 * 86_400_000).toISOString();
const LINES = SAMPLE_LINES.map((line) => ({ ...line, start: earlier(line.start), finish: earlier(line.finish) }));
const FRIDAY = earlier('2027-03-05T17:00:00.000Z');
const PATIENCE_MS = 20_000;
const ofPlan = { planId: PLAN, engagementId: ENGAGEMENT };

interface Evm {
  readonly figures: readonly { readonly id: string; readonly value?: string }[];
}

interface Measured {
  readonly plan_id: string;
  readonly value: string;
  readonly as_of: Date;
  readonly cut: string;
}

/** The tool as it is shipped. It is no library of this service, so its types are not ours to import. */
async function analystOf(databaseUrl: string): Promise<Client> {
  const tool = new URL('../../../cli/src/analyst/create-analyst.ts', pathToFileURL(import.meta.filename));
  const { createAnalyst } = (await import(tool.href)) as {
    readonly createAnalyst: (wanted: object) => Promise<string>;
  };
  const database = new URL(databaseUrl).pathname.slice(1);
  const adminUrl = process.env['TEST_POSTGRES_URL'] ?? '';
  const client = new Client({
    connectionString: await createAnalyst({ adminUrl, name: 'reader', tenant: TEST_TENANT, database }),
  });
  await client.connect();
  return client;
}

describe('what analysts are told', () => {
  let service: ServiceUnderTest;
  let analyst: Client;

  const happens = (
    { type, data }: Told,
    effective?: string,
    place: object = { engagement: ENGAGEMENT, client: CLIENT },
  ) =>
    service.happens(
      type.split('.')[0] ?? '',
      { type, data, ...(effective && { effective: { at: effective } }) },
      place,
    );

  beforeAll(async () => {
    const consumes = ['engagement', 'scheduling', 'risk', 'reporting'];
    service = await withService({ service: 'reporting', createService, consumes });
    await service.grant('analyst');
    await service.grant('sponsor', { client: CLIENT });
    await service.knows({ client: CLIENT, engagement: ENGAGEMENT });
    for (const { fact, effective, shared } of planBegins({ lines: LINES }))
      await happens(fact, effective, shared ? {} : undefined);
    await happens({
      type: 'engagement.KpiTargetAgreed',
      data: {
        engagementId: ENGAGEMENT,
        kpi: 'K02',
        formulaVersion: 1,
        target: '1',
        threshold: '0.9',
        direction: 'up',
        severity: 2,
      },
    });
    await happens({ type: 'scheduling.DataDateAdvanced', data: { ...ofPlan, dataDate: FRIDAY } }, FRIDAY);
    const done = {
      actualStart: earlier('2027-03-01T08:00:00.000Z'),
      actualDuration: 2400,
      remainingDuration: 600,
      warnings: [],
    };
    await happens(
      {
        type: 'scheduling.ProgressRecorded',
        data: { ...ofPlan, activityId: FIRST, statusDate: FRIDAY, ...done },
      },
      FRIDAY,
    );
    const hashes = {
      inputHash: 'b'.repeat(64),
      resultHash: 'c'.repeat(64),
      engineVersion: 1,
      zoneDataVersion: '2025c',
    };
    await happens(
      {
        type: 'scheduling.ScheduleCalculated',
        data: {
          ...ofPlan,
          ...hashes,
          runId: idOf('run'),
          planVersion: 5,
          dataDate: FRIDAY,
          finish: earlier('2027-03-22T17:00:00.000Z'),
          activities: 3,
          critical: 3,
        },
      },
      FRIDAY,
    );
    // Every log has gone on since: what was known before is complete.
    await happens({ type: 'risk.RiskReviewed', data: { riskId: idOf('risk'), engagementId: ENGAGEMENT } });
    analyst = await analystOf(service.app.get(ServiceConfig).databaseUrl);
  }, 60_000);
  afterAll(async () => {
    await analyst?.end();
    await service.stop();
  });

  const dictionary = async (who: string) => {
    const { status, body } = await service.as(who).get<DataDictionary>('/api/v1/data-dictionary');
    expect(status).toBe(200);
    return body;
  };

  it('is what the database says of itself, all of it with words', async () => {
    const { schema, about, views, functions } = await dictionary('analyst');
    expect([schema, about.length > 40]).toEqual(['analytics_v1', true]);
    const { rows } = await analyst.query<{ view: string; columns: number }>(
      `select table_name as view, count(*)::int as columns from information_schema.columns
       where table_schema = 'analytics_v1' group by 1 order by 1`,
    );
    expect(views.map(({ name, columns }) => ({ view: name, columns: columns.length }))).toEqual(rows);
    expect(views.find(({ name }) => name === 'dim_plan')?.columns[3]).toEqual({
      name: 'plan_id',
      type: 'uuid',
      about: 'Id of the plan.',
    });
    expect(functions.map(({ name }) => name)).toContain('cost_asof');
    const silent = [...views, ...functions, ...views.flatMap(({ columns }) => columns)].filter((each) => !each.about);
    expect(silent).toEqual([]);
  });

  it('tells where to connect to, to the provider’s people only, and never who to be', async () => {
    const { databaseUrl } = service.app.get(ServiceConfig);
    const { door, limits } = await dictionary('analyst');
    expect(door).toEqual({
      host: new URL(databaseUrl).hostname,
      port: Number(new URL(databaseUrl).port),
      database: new URL(databaseUrl).pathname.slice(1),
    });
    expect((await dictionary('sponsor')).door).toBeUndefined();
    const { rows } = await analyst.query<{ seconds: number; connections: number }>(
      `select extract(epoch from current_setting('statement_timeout')::interval)::int as seconds,
         rolconnlimit as connections from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ seconds: limits.seconds, connections: limits.connections }]);
    expect((await service.anonymous.get('/api/v1/data-dictionary')).status).toBe(401);
  });

  it('is the number of the console: SPI(t) by SQL is that of the API at the same point', async () => {
    const query = sampleQueries.find(({ id }) => id === 'figure-of-the-console')?.sql ?? '';
    const deadline = Date.now() + PATIENCE_MS;
    let rows: readonly Measured[] = [];
    while (rows.length === 0 && Date.now() < deadline) {
      rows = (await analyst.query<Measured>(query.replace('select ', 'select k.plan_id, '))).rows;
      if (rows.length === 0) await pause(100);
    }
    const [measured] = rows;
    expect(measured?.plan_id).toBe(PLAN);
    const at = `asOf=${measured?.as_of.toISOString()}&cut=${measured?.cut}`;
    const { body } = await service.as('analyst').get<Evm>(`/api/v1/evm?plan=${PLAN}&${at}`);
    const api = body.figures.find(({ id }) => id === 'SPI_T')?.value;
    expect(measured?.value).toBe('0.8000000000');
    expect(api).toBe(measured?.value);
  });

  it.each(sampleQueries)('is a query that an analyst can run: $id', async ({ sql }) => {
    await expect(analyst.query(sql)).resolves.toMatchObject({ command: 'SELECT' });
  });
});
