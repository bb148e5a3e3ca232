import type { DocumentedFunction } from './documented.ts';

const POINT = 'as_of is business time, known_at is what was known then; leave known_at away for all that is known now.';
const CUT = 'cut is that of a reply, a report or fact_kpi: the same cut gives the same rows for ever.';

/** The last position of each log that was recorded by an instant; all that was taken in, where none is given. */
const cutAsOf: DocumentedFunction = {
  name: 'cut_asof',
  about:
    'What was known at an instant, as the cut that the API and the functions ending in _at_cut take: per log the last position recorded at or before it. Without an instant: all that was taken in. Refuses an instant for which events may still be missing, so that the answer never changes.',
  takes: 'known_at timestamptz default null',
  gives: 'text',
  // The owner's rights, for the positions of instants hold every tenant's; only the last one of each log comes out.
  body: `language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    declare
      behind text;
    begin
      if $1 is null then
        return (select string_agg(s.code || coalesce(w.folded_to, 0), '.' order by s.code collate "C")
                from analytics.source s left join facts.log_watermark w on w.source = s.id);
      end if;
      select string_agg(s.name, ', ' order by s.id) into behind
      from analytics.source s left join facts.log_watermark w on w.source = s.id
      where not coalesce($1 < w.folded_recorded, false) and not coalesce($1 <= w.complete_to, false);
      if behind is not null then
        raise exception 'What was known at % is not complete yet: % may still hold events of that time.', $1, behind
          using errcode = '55000',
            hint = 'Ask again in a moment, see analytics_v1.freshness, or leave known_at away for all that is known now.';
      end if;
      return (
        select string_agg(s.code || coalesce((
          select c.pos from facts.cut c where c.source = s.id and c.recorded <= $1 order by c.recorded desc limit 1), 0),
          '.' order by s.code collate "C")
        from analytics.source s);
    end $$`,
};

interface TwoTimesFunction {
  readonly name: string;
  readonly about: string;
  /** What it takes before the point. */
  readonly first?: string;
  readonly gives: string;
  /** `$asOf` and `$cut` stand for the point. */
  readonly query: string;
}

/** Every one comes twice: for an instant of knowledge, and for the cut of an earlier answer. */
function both({ name, about, first, gives, query }: TwoTimesFunction): readonly DocumentedFunction[] {
  const [asOf, cut] = first ? ['$2', '$3'] : ['$1', '$2'];
  const before = first ? `${first}, ` : '';
  const body = (text: string) => `language sql stable as $$ ${text} $$`;
  return [
    {
      name: `${name}_at_cut`,
      about: `${about} ${CUT}`,
      takes: `${before}as_of timestamptz, cut text`,
      gives,
      body: body(query.replaceAll('$asOf', asOf).replaceAll('$cut', cut)),
    },
    {
      name: `${name}_asof`,
      about: `${about} ${POINT}`,
      takes: `${before}as_of timestamptz, known_at timestamptz default null`,
      gives,
      body: body(
        `select * from analytics_v1.${name}_at_cut(${first ? '$1, ' : ''}${asOf}, analytics_v1.cut_asof(${cut}))`,
      ),
    },
  ];
}

const levels = (measure: string): string => `
  select * from (
    select distinct on (f.subject) f.* from facts.level_fact f join analytics.positions($cut) p using (source)
    where analytics.is_known($cut) and f.measure = ${measure} and f.effective <= $asOf
      and f.known_from <= p.upto and (f.known_to is null or f.known_to > p.upto)
    order by f.subject, f.effective desc, f.known_from desc, f.source desc, f.n desc) ruling
  where value <> 'null'::jsonb`;

/** The rule of `@bw/projections` in SQL: effective by then, and per log known up to the position, and not replaced by it. */
export const twoTimes: readonly DocumentedFunction[] = [
  cutAsOf,
  ...both({
    name: 'cost',
    about:
      'Actual cost of every activity at a point of both times, in minor units; facts is how many costs count. Filter by basis: project is the AC of earned value, provider is what the work costs the provider.',
    gives: `table (client_id uuid, engagement_id uuid, plan_id uuid, activity_id uuid, basis text,
      amount_minor bigint, facts bigint)`,
    query: `
      select (array_agg(f.client))[1], f.engagement, split_part(f.subject, '/', 1)::uuid, split_part(f.subject, '/', 2)::uuid,
        substring(f.measure from 6), sum(f.amount)::bigint,
        sum(case when f.corrects is null then 1 else -1 end)::bigint
      from facts.flow_fact f join analytics.positions($cut) p using (source)
      where analytics.is_known($cut) and f.measure in ('cost.project', 'cost.provider') and f.effective <= $asOf and f.pos <= p.upto
      group by f.engagement, f.subject, f.measure
      having sum(case when f.corrects is null then 1 else -1 end) <> 0 or sum(f.amount) <> 0`,
  }),
  ...both({
    name: 'progress',
    about: 'The report of progress that rules each activity at a point of both times.',
    gives: `table (client_id uuid, engagement_id uuid, plan_id uuid, activity_id uuid, actual_minutes bigint,
      remaining_minutes bigint, actual_start timestamptz, actual_finish timestamptz, effective_at timestamptz,
      recorded_at timestamptz, event_id uuid)`,
    query: `
      select l.client, l.engagement, split_part(l.subject, '/', 1)::uuid, split_part(l.subject, '/', 2)::uuid,
        (l.value ->> 'actualDuration')::bigint, (l.value ->> 'remainingDuration')::bigint,
        (l.value ->> 'actualStart')::timestamptz, (l.value ->> 'actualFinish')::timestamptz,
        l.effective, l.recorded, l.event
      from (${levels(`'progress'`)}) l`,
  }),
  ...both({
    name: 'kpi',
    about: 'The measurement that rules each key figure at a point of both times.',
    gives: `table (client_id uuid, engagement_id uuid, plan_id uuid, kpi text, value numeric, undefined_reason text,
      status text, effective_at timestamptz, recorded_at timestamptz, event_id uuid)`,
    query: `
      select l.client, l.engagement, (l.value ->> 'planId')::uuid, l.value ->> 'kpi', (l.value ->> 'value')::numeric,
        l.value ->> 'undefinedReason', l.value ->> 'status', l.effective, l.recorded, l.event
      from (${levels(`'kpi.value'`)}) l`,
  }),
  ...both({
    name: 'level',
    about:
      'What rules each subject at a point of both times, of any measure, such as baseline.line, plan.data-date or risk.current. The value is as its projection tells it and may gain fields.',
    first: 'measure text',
    gives: `table (client_id uuid, engagement_id uuid, subject text, value jsonb, effective_at timestamptz,
      recorded_at timestamptz, event_id uuid)`,
    query: `select l.client, l.engagement, l.subject, l.value, l.effective, l.recorded, l.event
      from (${levels('$1')}) l`,
  }),
  ...both({
    name: 'decision',
    about:
      'What had happened at a point of both times, of any kind, such as baseline, engagement, risk, issue, clock or approval: the state of a subject is its last row by recorded_at.',
    first: 'kind text',
    gives: `table (client_id uuid, engagement_id uuid, subject text, outcome text, decided_by text, detail jsonb,
      effective_at timestamptz, recorded_at timestamptz, event_id uuid)`,
    query: `
      select f.client, f.engagement, f.subject, f.outcome, f.by, f.detail, f.effective, f.recorded, f.event
      from facts.decision f join analytics.positions($cut) p using (source)
      where analytics.is_known($cut) and f.kind = $1 and f.effective <= $asOf and f.pos <= p.upto
      order by f.recorded, f.source, f.pos, f.n`,
  }),
];
