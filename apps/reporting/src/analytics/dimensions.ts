import { type Column, type DocumentedView, originColumns, placeColumns } from './documented.ts';

/** The ruling value of a measure, where rows of a subject are taken together. */
export const ruling = (measure: string): string => `(array_agg(l.value) filter (where l.measure = '${measure}'))[1]`;

/** A row per subject, with each ruling value in a column of its own. */
export function subjects(values: Readonly<Record<string, string>>): string {
  const columns = Object.entries(values).map(([name, measure]) => `${ruling(measure)} as ${name}`);
  const measures = Object.values(values).map((measure) => `'${measure}'`);
  const [main = ''] = measures;
  return `(
    select l.tenant, (array_agg(l.client) filter (where l.measure = ${main}))[1] as client,
      (array_agg(l.engagement) filter (where l.measure = ${main}))[1] as engagement, l.subject,
      min(l.recorded) filter (where l.measure = ${main}) as recorded, ${columns.join(', ')}
    from analytics.ruling_level l where l.measure in (${measures.join(', ')})
    group by l.tenant, l.subject having bool_or(l.measure = ${main}))`;
}

/** Ids of which a subject is put together. */
export const subjectId = (of: string, part: 1 | 2): string => `split_part(${of}.subject, '/', ${part})::uuid`;

const known: Column = ['known_since', 's.recorded', 'Knowledge time: when what stands here was recorded.'];

export const dimensions: readonly DocumentedView[] = [
  {
    name: 'dim_client',
    about: 'A client, as known now.',
    columns: [
      ['tenant_id', 's.tenant', 'Tenant that the row belongs to; an analyst sees one.'],
      ['client_id', 's.subject::uuid', 'Id of the client.'],
      ['code', `s.client_data ->> 'code'`, 'Short code; unique in the tenant and never given to another client.'],
      ['name', `coalesce(s.profile ->> 'name', s.client_data ->> 'name')`, 'Name of the company.'],
      ['zone', `coalesce(s.profile ->> 'zone', s.client_data ->> 'zone')`, 'Time zone (IANA) in which its days count.'],
      [
        'currency',
        `coalesce(s.profile ->> 'currency', s.client_data ->> 'currency')`,
        'Currency (ISO 4217) by default.',
      ],
      known,
    ],
    from: `from ${subjects({ client_data: 'client', profile: 'client.profile' })} s`,
  },
  {
    name: 'dim_engagement',
    about: 'An engagement with a client, with the state that it is in as known now.',
    columns: [
      ['tenant_id', 's.tenant', 'Tenant that the row belongs to; an analyst sees one.'],
      ['client_id', 's.client', 'Client that it is for (dim_client).'],
      ['engagement_id', 's.subject::uuid', 'Id of the engagement.'],
      ['code', `s.data ->> 'code'`, 'Short code that people use.'],
      ['title', `s.data ->> 'title'`, 'What it is about.'],
      ['zone', `s.data ->> 'zone'`, 'Time zone (IANA) in which its days count.'],
      ['currency', `s.data ->> 'currency'`, 'Currency (ISO 4217) of its figures.'],
      [
        'state',
        'd.outcome',
        'enquiry, proposed, agreed, transition, active, suspended, exit, closed, declined, withdrawn or terminated.',
      ],
      ['state_since', 'd.effective', 'Business time from which on it is in that state.'],
      known,
    ],
    from: `from ${subjects({ data: 'engagement' })} s
      left join lateral (
        select outcome, effective from analytics.known_decision d
        where d.tenant = s.tenant and d.subject = s.subject and d.kind = 'engagement'
        order by d.recorded desc, d.source desc, d.pos desc, d.n desc limit 1) d on true`,
  },
  {
    name: 'dim_plan',
    about: 'A plan: the schedule of one project, as known now.',
    columns: [
      ...placeColumns('s'),
      ['plan_id', 's.subject::uuid', 'Id of the plan.'],
      ['title', `s.plan ->> 'title'`, 'What the project is called.'],
      ['zone', `s.plan ->> 'zone'`, 'Time zone (IANA) in which its days count.'],
      ['currency', `s.plan ->> 'currency'`, 'Currency (ISO 4217) of all amounts of the plan.'],
      ['calendar_id', `(s.plan ->> 'calendarId')::uuid`, 'Working calendar of activities without one of their own.'],
      ['project_start', `(s.plan ->> 'projectStart')::timestamptz`, 'When the project begins.'],
      [
        'data_date',
        `(s.data_date #>> '{}')::timestamptz`,
        'Up to when progress is reported; null before the first report.',
      ],
      known,
    ],
    from: `from ${subjects({ plan: 'plan', data_date: 'plan.data-date' })} s`,
  },
  {
    name: 'dim_activity',
    about: 'An activity of a live plan, as known now. What was promised stands in fact_baseline_line.',
    columns: [
      ...placeColumns('s'),
      ['plan_id', subjectId('s', 1), 'Plan that it belongs to (dim_plan).'],
      ['activity_id', subjectId('s', 2), 'Id of the activity.'],
      ['code', `s.activity ->> 'code'`, 'What people call it; unique within its plan.'],
      ['wbs', `s.wbs #>> '{}'`, 'Place in the work breakdown, such as 1.4.2.'],
      ['name', `s.activity ->> 'name'`, 'What is to be done.'],
      ['type', `s.activity ->> 'type'`, 'task, start-milestone, finish-milestone, level-of-effort or summary.'],
      ['duration_minutes', `(s.activity ->> 'duration')::bigint`, 'Working minutes that it is planned to take.'],
      [
        'planned_start',
        `(s.activity ->> 'start')::timestamptz`,
        'Start as entered; the calculated one: fact_schedule_line.',
      ],
      ['planned_finish', `(s.activity ->> 'finish')::timestamptz`, 'Finish as entered.'],
      ['budget_fixed_minor', `(s.budget ->> 'fixed')::bigint`, 'Budget spent at its start, in minor units.'],
      [
        'budget_variable_minor',
        `(s.budget ->> 'variable')::bigint`,
        'Budget spent over its working time, in minor units.',
      ],
      ['earning_rule', `s.rule #>> '{}'`, 'How it earns its budget; null where no rule of its own was set.'],
      known,
    ],
    from: `from ${subjects({ activity: 'activity', wbs: 'activity.wbs', budget: 'activity.budget', rule: 'activity.rule' })} s`,
  },
];

/** Row of a level as facts: where it belongs and how it came to be known. */
export const levelColumns = (columns: readonly Column[]): readonly Column[] => [
  ...placeColumns('l'),
  ...columns,
  ...originColumns('l'),
];
