import { FactStore } from '@bw/projections';
import { idOf, TEST_TENANT } from '@bw/testing';
import { pathToFileURL } from 'node:url';
import { Client, DatabaseError } from 'pg';
import { Feed } from '../facts/feed.ts';
import { projections } from '../facts/projections.ts';
import { sources } from '../facts/sources.ts';
import { House } from '../testing/house.ts';
import { planDesk } from '../testing/plan-desk.ts';
import { beginPlan, cost, dataDate, FIRST, PLAN, planBegins, progress, SAMPLE_LINES } from '../testing/plan-story.ts';
import { hostile } from '../testing/hostile-sql.ts';

const FRIDAY = '2027-03-05T17:00:00.000Z';
const RIVAL = '00000000-0000-4000-8000-0000000000ff';
const rival = {
  client: idOf('rival client'),
  engagement: idOf('rival engagement'),
  plan: idOf('rival plan'),
  baseline: idOf('rival baseline'),
};
/** What must never come out, in whatever shape. The sample plan's name and code are ours as well. */
const RIVALS_OWN = [RIVAL, ...Object.values(rival), 'Rival activity'];

type CreateAnalyst = (analyst: {
  readonly adminUrl: string;
  readonly name: string;
  readonly tenant: string;
  readonly database: string;
}) => Promise<string>;

/** The tool as it is shipped. It is no library of this service, so its types are not ours to import. */
async function createAnalyst(house: House, name: string, tenant: string): Promise<Client> {
  const tool = new URL('../../../cli/src/analyst/create-analyst.ts', pathToFileURL(import.meta.filename));
  const { createAnalyst: create } = (await import(tool.href)) as { readonly createAnalyst: CreateAnalyst };
  const { rows } = await house.owner.query<{ database: string }>('select current_database() as database');
  const database = rows[0]?.database ?? '';
  const url = await create({ adminUrl: process.env['TEST_POSTGRES_URL'] ?? '', name, tenant, database });
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

describe('analysts', () => {
  const facts = new FactStore({ sources, projections });
  let house: House;
  let desk: ReturnType<typeof planDesk>;
  let ours: Client;
  let theirs: Client;
  let reported: string;
  let reportedAt: string;

  const values = async (client: Client, sql: string, parameters: readonly unknown[] = []) =>
    (await client.query<Record<string, unknown>>(sql, [...parameters])).rows;

  beforeAll(async () => {
    house = await House.open();
    desk = planDesk(house);
    await beginPlan(house, { lines: SAMPLE_LINES });
    const lines = SAMPLE_LINES.map((line) => ({ ...line, name: 'Rival activity' }));
    const { engagement, client } = rival;
    const begun = planBegins({ lines, ...rival }).map(({ fact, effective }) => ({
      ...house.event(fact, { engagement, client, ...(effective && { effective }) }),
      tenant: RIVAL,
    }));
    const spending = { ...cost(house, { activityId: FIRST, at: FRIDAY, amount: 777_777 }), tenant: RIVAL, engagement };
    await house.database.withTenant(RIVAL, async (tx) => {
      await new Feed().append(tx, await facts.fold(tx, [...begun, spending]));
    });

    const first = progress(house, { activityId: FIRST, at: FRIDAY, actualDuration: 2400, remainingDuration: 0 });
    const spent = cost(house, { activityId: FIRST, at: FRIDAY, amount: 90_000 });
    await house.take(
      dataDate(house, FRIDAY),
      first,
      spent,
      cost(house, { activityId: FIRST, at: FRIDAY, amount: 40_000, basis: 'provider' }),
    );
    reported = (await desk.open({ asOf: FRIDAY })).view.cut;
    const again = { activityId: FIRST, at: FRIDAY };
    const corrected = progress(house, { ...again, actualDuration: 2400, remainingDuration: 2400, corrects: first.id });
    reportedAt = new Date(Date.parse(corrected.recorded) - 1).toISOString();
    await house.take(corrected, cost(house, { ...again, amount: 95_000, corrects: spent.id }));
    for (const { name } of sources.all) {
      await house.database.withTenant(TEST_TENANT, (tx) =>
        facts.complete(tx, { source: name, position: 0, at: '2028-01-01T00:00:00.000Z' }),
      );
    }
    ours = await createAnalyst(house, 'ours', TEST_TENANT);
    theirs = await createAnalyst(house, 'theirs', RIVAL);
  });
  afterAll(async () => {
    await Promise.all([ours?.end(), theirs?.end()]);
    await house.close();
  });

  it('see every view, each only the rows of its tenant', async () => {
    const views = await values(
      ours,
      `select viewname as name from pg_views where schemaname = 'analytics_v1' order by 1`,
    );
    expect(views).toHaveLength(17);
    for (const { name } of views) {
      if (name === 'freshness') continue;
      for (const [client, tenant] of [
        [ours, TEST_TENANT],
        [theirs, RIVAL],
      ] as const) {
        const tenants = await values(client, `select distinct tenant_id from analytics_v1.${String(name)}`);
        expect({ name, tenants: tenants.filter((row) => row['tenant_id'] !== tenant) }).toEqual({ name, tenants: [] });
      }
    }
    const counts = `select (select count(*)::int from dim_activity) as activities,
      (select count(*)::int from fact_baseline_line where type <> 'summary') as lines,
      (select sum(amount_minor)::int from fact_actual_cost where basis = 'project') as cost,
      (select count(*) > 15 from fact_event) as events`;
    expect(await values(ours, counts)).toEqual([{ activities: 3, lines: 3, cost: 95_000, events: true }]);
    expect(await values(theirs, counts)).toEqual([{ activities: 3, lines: 3, cost: 777_777, events: true }]);
  });

  it('read dimensions by name', async () => {
    const sql = `
      select c.name as client, e.state, p.title, p.data_date, a.code, b.state as baseline, b.bac_minor::int as bac
      from dim_plan p join dim_client c using (client_id) join dim_engagement e using (engagement_id)
      join dim_activity a using (plan_id) join fact_baseline b using (plan_id) order by a.code limit 1`;
    expect(await values(ours, sql)).toEqual([
      {
        client: 'Hospital',
        state: 'enquiry',
        title: 'Patient transport',
        data_date: new Date(FRIDAY),
        code: 'A1',
        baseline: 'approved',
        bac: 400_000,
      },
    ]);
  });

  it('get the figures that the API gives, at the same cut', async () => {
    for (const wanted of [{ asOf: FRIDAY, cut: reported }, { asOf: FRIDAY }]) {
      const reading = await desk.open(wanted);
      const api = (await desk.evm.figures(reading, 1)).figures.find(({ id }) => id === 'AC')?.amount;
      const [sql] = await values(
        ours,
        `select sum(amount_minor)::int as amount from cost_at_cut($1, $2) where plan_id = $3 and basis = 'project'`,
        [FRIDAY, reading.view.cut, PLAN],
      );
      expect(sql).toEqual({ amount: api });
    }
    expect(await values(ours, 'select cut_asof() as cut')).toEqual([{ cut: (await desk.open({})).view.cut }]);
  });

  it('see what was known then, and what is known now', async () => {
    const at = async (knownAt: string | null) => {
      const [row] = await values(
        ours,
        `select (select amount_minor::int from cost_asof($1, $2) where basis = 'project') as cost,
           (select facts::int from cost_asof($1, $2) where basis = 'project') as facts,
           (select amount_minor::int from cost_asof($1, $2) where basis = 'provider') as provider,
           (select remaining_minutes::int from progress_asof($1, $2)) as remaining,
           (select count(*)::int from level_asof('baseline.line', $1, $2)) as lines,
           (select string_agg(outcome, ' ') from decision_asof('baseline', $1, $2)) as baseline`,
        [FRIDAY, knownAt],
      );
      return row;
    };
    const same = { facts: 1, provider: 40_000, lines: 4, baseline: 'captured submitted approved' };
    expect(await at(reportedAt)).toEqual({ cost: 90_000, remaining: 0, ...same });
    expect(await at(null)).toEqual({ cost: 95_000, remaining: 2400, ...same });
    expect(await values(ours, 'select cut_asof($1) as cut', [reportedAt])).toEqual([{ cut: reported }]);
    const before = `select from cost_asof('2027-03-05 16:59:59.999Z')`;
    expect(await values(ours, before)).toEqual([]);
    expect(await values(ours, 'select remaining_minutes::int as minutes, is_latest from fact_progress')).toEqual([
      { minutes: 2400, is_latest: true },
    ]);
    expect(await values(ours, 'select from kpi_asof(now())')).toEqual([]);
  });

  it.each([
    [`select cut_asof('2029-01-01Z')`, 'not complete yet'],
    [`select * from kpi_asof(now(), '2029-01-01Z')`, 'not complete yet'],
    [`select * from decision_at_cut('none', now(), '')`, 'is no cut'],
    [`select * from cost_at_cut(now(), 's1.s2')`, 'is no cut'],
    [`select * from cost_at_cut(now(), 'x7')`, 'is no cut'],
    [`select * from cost_at_cut(now(), null)`, 'is no cut'],
    [`select * from cost_at_cut(now(), 's999999')`, 'not been taken in'],
  ])('are refused an answer that could change or means nothing: %s', async (sql, why) => {
    await expect(ours.query(sql)).rejects.toThrow(why);
  });

  it.each(hostile({ tenant: RIVAL, own: TEST_TENANT }))('learn nothing of another tenant by: %s', async (attempt) => {
    const said: unknown[] = [];
    ours.on('notice', (notice) => said.push(notice.message));
    for (const sql of attempt.split(';\n')) {
      try {
        said.push((await ours.query<Record<string, unknown>>(sql)).rows);
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error;
        // What the database quotes of the attempt itself is no news.
        said.push([error.message, error.detail, error.hint, error.where].join(' ').replaceAll(sql, ''));
      }
    }
    ours.removeAllListeners('notice');
    const heard = JSON.stringify(said);
    expect(RIVALS_OWN.filter((secret) => heard.includes(secret))).toEqual([]);
    expect(heard).not.toContain('777777');
    await ours.query('rollback');
    await ours.query('reset role; reset app.tenant; reset row_security; reset default_transaction_read_only');
  });

  it('have changed nothing by all that', async () => {
    const rows = `select (select count(*)::int from facts.flow_fact) as flows,
      (select count(*)::int from analytics.analyst_grant) as grants, (select count(*)::int from feed.entry) as events,
      (select count(*)::int from pg_class where relowner = 'analyst_ours'::regrole) as own`;
    const { rows: found } = await house.owner.query<{ events: number }>(rows);
    expect(found).toEqual([{ flows: 5, grants: 2, events: expect.any(Number), own: 0 }]);
    const [{ tenant } = {}] = await values(ours, 'select distinct tenant_id as tenant from fact_event');
    expect(tenant).toBe(TEST_TENANT);
  });

  it('lose sight with the grant', async () => {
    await house.owner.query(`delete from analytics.analyst_grant where role_name = 'analyst_theirs'`);
    expect(await values(theirs, 'select from fact_event')).toEqual([]);
  });

  it('are not let in by the door of the service, nor the service by theirs', async () => {
    const service = house.database.pool;
    await expect(service.query('select * from analytics_v1.dim_plan')).rejects.toThrow('permission denied');
    await expect(service.query('insert into analytics.analyst_grant values ($1, $2)', ['x', RIVAL])).rejects.toThrow(
      'permission denied',
    );
  });
});
