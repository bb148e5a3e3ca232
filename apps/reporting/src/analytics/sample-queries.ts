/** A query to begin with. Each is run by a test; `id` is stable, so that a reader's language can have its own words. */
export interface SampleQuery {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly sql: string;
}

export const sampleQueries: readonly SampleQuery[] = [
  {
    id: 'figure-of-the-console',
    title: 'The figure of the console, by SQL',
    about:
      'SPI(t) and every other key figure as it was last measured. Ask the API with the same plan, as_of and cut, and it gives the same number.',
    sql: `select e.code, p.title, k.kpi, k.value, k.status, k.as_of, k.cut
from fact_kpi k
join dim_engagement e using (engagement_id)
left join dim_plan p using (plan_id)
where k.kpi = 'K02'
order by k.as_of desc, e.code
limit 50;`,
  },
  {
    id: 'cost-then-and-now',
    title: 'What a past Friday cost, as known then and as known now',
    about:
      'Actual cost up to an instant of business time, at two instants of knowledge: late corrections show as a difference.',
    sql: `with point as (select now() - interval '28 days' as as_of, now() - interval '21 days' as known_at)
select e.code, p.title,
  sum(c.amount_minor) filter (where what = 'then') / 100.0 as known_then,
  sum(c.amount_minor) filter (where what = 'now') / 100.0 as known_now
from point, lateral (
  select 'then' as what, plan_id, basis, amount_minor from cost_asof(as_of, known_at)
  union all
  select 'now', plan_id, basis, amount_minor from cost_asof(as_of)) c
join dim_plan p using (plan_id)
join dim_engagement e using (engagement_id)
where c.basis = 'project'
group by e.code, p.title
order by e.code, p.title;`,
  },
  {
    id: 'forecast-moves',
    title: 'How the forecast finish of each plan moved',
    about: 'Every calculation of a schedule, with the time by which its finish differs from the one before.',
    sql: `select p.title, r.data_date, r.finish,
  r.finish - lag(r.finish) over (partition by r.plan_id order by r.recorded_at) as moved,
  r.critical_activities
from fact_schedule_run r
join dim_plan p using (plan_id)
order by p.title, r.recorded_at;`,
  },
  {
    id: 'late-activities',
    title: 'Activities that will finish after their baseline',
    about: 'The approved baseline beside the newest calculation, the latest first.',
    sql: `with run as (
  select distinct on (plan_id) plan_id, run_id from fact_schedule_run order by plan_id, recorded_at desc)
select p.title, b.code, b.name, b.planned_finish as baseline_finish, l.early_finish as forecast_finish,
  l.early_finish - b.planned_finish as late_by, l.is_critical
from fact_baseline base
join dim_plan p using (plan_id)
join fact_baseline_line b using (baseline_id)
join run on run.plan_id = base.plan_id
join fact_schedule_line l on l.run_id = run.run_id and l.activity_id = b.activity_id
where base.state = 'approved' and l.early_finish > b.planned_finish
order by late_by desc
limit 50;`,
  },
  {
    id: 'open-risks',
    title: 'Open risks, the severest first',
    about: 'With what is planned against them and when they are looked at again.',
    sql: `select e.code, r.title, r.category, r.current_score, r.residual_score, r.is_above_appetite, r.response, r.next_review
from fact_risk r
join dim_engagement e using (engagement_id)
where r.state in ('open', 'accepted')
order by r.current_score desc nulls last, e.code;`,
  },
  {
    id: 'clocks-by-severity',
    title: 'Service levels kept and missed, by severity',
    about: 'Clocks of issues: how many were met in time, met late, or have run over their target.',
    sql: `select e.code, i.severity, c.clock, count(*) as clocks,
  count(*) filter (where c.was_late is false) as met_in_time,
  count(*) filter (where c.breaches > 0) as breached,
  round(avg(c.elapsed_minutes) / 60.0, 1) as mean_hours
from fact_sla_clock c
join fact_issue i using (issue_id)
join dim_engagement e on e.engagement_id = c.engagement_id
group by e.code, i.severity, c.clock
order by e.code, i.severity, c.clock;`,
  },
  {
    id: 'decisions-waiting',
    title: 'How long decisions wait',
    about: 'Approvals that are open or were answered, with the days between.',
    sql: `select e.code, a.kind, a.state, a.requested_at, a.due_at, a.decided_at,
  round(extract(epoch from coalesce(a.decided_at, now()) - a.requested_at) / 86400.0, 1) as days
from fact_approval a
join dim_engagement e using (engagement_id)
order by a.requested_at desc;`,
  },
  {
    id: 'late-recording',
    title: 'How late things are recorded',
    about: 'Days between what happened and its record, at the 50th and 95th of a hundred, by type of event.',
    sql: `select type, count(*) as events,
  round((percentile_cont(0.5) within group (order by extract(epoch from recorded_at - effective_at)) / 86400)::numeric, 1) as p50_days,
  round((percentile_cont(0.95) within group (order by extract(epoch from recorded_at - effective_at)) / 86400)::numeric, 1) as p95_days
from fact_event
where effective_at > '1900-01-01'
group by type
order by p95_days desc;`,
  },
  {
    id: 'who-does-what',
    title: 'What was recorded in the last week',
    about: 'Events by day and type: a first look at where the work is.',
    sql: `select date_trunc('day', recorded_at) as day, type, count(*) as events
from fact_event
where recorded_at > now() - interval '7 days'
group by 1, 2
order by 1 desc, 3 desc;`,
  },
  {
    id: 'how-fresh',
    title: 'How fresh all this is',
    about: 'Per service: up to when everything recorded has been taken in.',
    sql: `select source, position, last_recorded_at, complete_to, lag_seconds
from freshness
order by source;`,
  },
];
