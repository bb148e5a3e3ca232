import { engagementContracts } from '@bw/contracts-engagement';
import { REPORTING_SAMPLE_IDS, reportingContracts } from '@bw/contracts-reporting';
import { RISK_SAMPLE_IDS, riskContracts } from '@bw/contracts-risk';
import { schedulingContracts } from '@bw/contracts-scheduling';
import { TEST_TENANT } from '@bw/testing';
import { DecisionInboxQuery } from '../decision-inbox/decision-inbox.query.ts';
import { RegisterQuery } from '../register/register.query.ts';
import { director, House, type Told } from '../testing/house.ts';

const engagement = RISK_SAMPLE_IDS.engagementId;

/** An example of each event that there is, in the order of the contracts. */
const told = [engagementContracts, schedulingContracts, riskContracts, reportingContracts]
  .flatMap(({ contracts }) => contracts)
  // A contract's sample is its data; only the catalogue's common type does not say so.
  .map(({ type, sample }) => ({ type, data: sample }) as Told);

describe('views over an example of every event', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
    await house.take(...told.map((fact) => house.event(fact, { engagement })));
  });
  afterAll(() => house.close());

  // As the owner, whom row security does not bind; the walls have tests of their own.
  const values = async (sql: string) => (await house.owner.query<Record<string, unknown>>(sql)).rows;

  it('can be read to the last column', async () => {
    const views = await values(`select viewname as name from pg_views where schemaname = 'analytics_v1' order by 1`);
    const empty: string[] = [];
    for (const { name } of views) {
      const rows = await values(`select * from analytics_v1.${String(name)}`);
      if (rows.length === 0) empty.push(String(name));
    }
    // The sample activity is removed again; so is everything said of it.
    expect(empty.filter((name) => name !== 'dim_activity')).toEqual([]);
  });

  it('give the register that the API gives', async () => {
    const { reading } = await house.readings.open(director, {});
    const [api] = await new RegisterQuery().risks(reading, engagement);
    const [row] = await values(`select risk_id, state, current_score, residual_score, response, next_review::text
      from analytics_v1.fact_risk`);
    expect(row).toEqual({
      risk_id: api?.riskId,
      state: api?.state,
      current_score: api?.current?.score,
      residual_score: api?.residual?.score ?? null,
      response: api?.response?.strategy,
      next_review: api?.nextReview,
    });
  });

  it('give the decisions that the API gives', async () => {
    const { reading } = await house.readings.open(director, {});
    const [api] = await new DecisionInboxQuery().approvals(reading, engagement);
    const rows = await values('select approval_id, state, decided_by, due_at from analytics_v1.fact_approval');
    expect(rows).toEqual([
      { approval_id: api?.approvalId, state: api?.state, decided_by: api?.decidedBy, due_at: new Date(api?.due ?? '') },
    ]);
  });

  it('tell issues, clocks and key figures', async () => {
    expect(
      await values('select severity, origin, kpi, state, times_reopened::int from analytics_v1.fact_issue'),
    ).toEqual([{ severity: 2, origin: 'kpi', kpi: 'K01', state: 'cancelled', times_reopened: 1 }]);
    expect(
      await values(`select clock, state, was_late, elapsed_minutes::int, paused_minutes::int, breaches::int
        from analytics_v1.fact_sla_clock`),
    ).toMatchObject([{ state: 'cancelled', was_late: true, elapsed_minutes: 1_020, paused_minutes: 120, breaches: 1 }]);
    expect(await values('select kpi, value::text, target::text, status, plan_id from analytics_v1.fact_kpi')).toEqual([
      { kpi: 'K02', value: '0.8742000000', target: '1', status: 'breached', plan_id: REPORTING_SAMPLE_IDS.planId },
    ]);
    const point = `'2099-01-01Z', analytics_v1.cut_asof()`;
    expect(await values(`select value::text from analytics_v1.kpi_at_cut(${point})`)).toEqual([
      { value: '0.8742000000' },
    ]);
    expect(
      await values(`select count(*)::int as events, min(tenant_id::text) as tenant from analytics_v1.fact_event`),
    ).toEqual([{ events: told.length, tenant: TEST_TENANT }]);
  });
});
