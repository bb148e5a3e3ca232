import { levelColumns, subjectId } from './dimensions.ts';
import { type DocumentedView, originColumns, placeColumns } from './documented.ts';

const HISTORY = `lead(l.effective) over (
  partition by l.tenant, l.subject, l.measure order by l.effective, l.known_from, l.source, l.n)`;

/** What plans promised, what was done, what it cost, what is forecast. */
export const planFacts: readonly DocumentedView[] = [
  {
    name: 'fact_progress',
    about:
      'A report of progress on an activity that counts as known now: corrected reports are left out. Each holds from effective_at until valid_until. At another point of both times: progress_asof.',
    columns: levelColumns([
      ['plan_id', subjectId('l', 1), 'Plan (dim_plan).'],
      ['activity_id', subjectId('l', 2), 'Activity (dim_activity).'],
      ['actual_minutes', `(l.value ->> 'actualDuration')::bigint`, 'Working minutes done, as reported.'],
      ['remaining_minutes', `(l.value ->> 'remainingDuration')::bigint`, 'Working minutes still to do, as reported.'],
      ['actual_start', `(l.value ->> 'actualStart')::timestamptz`, 'When work began; null before.'],
      ['actual_finish', `(l.value ->> 'actualFinish')::timestamptz`, 'When work was complete; null before.'],
      ['valid_until', HISTORY, 'Business time of the next report, which replaces it; null for the latest.'],
      ['is_latest', `${HISTORY} is null`, 'Whether no later report is known.'],
    ]),
    from: `from analytics.known_level l where l.measure = 'progress'`,
  },
  {
    name: 'fact_actual_cost',
    about:
      'An actual cost, a movement: amounts add up. A correction is a reversal (corrects_event_id is set) and a new amount, so the sum is always right and history is kept. Filter by basis: cost of the provider is none of the project. At another point of both times: cost_asof.',
    columns: [
      ...placeColumns('f'),
      ['plan_id', subjectId('f', 1), 'Plan (dim_plan); its currency is that of the amount.'],
      ['activity_id', subjectId('f', 2), 'Activity (dim_activity).'],
      [
        'basis',
        `substring(f.measure from 6)`,
        'project: cost of the client’s project, the actual cost (AC) of earned value. provider: what the work costs the provider. Analysts work for the provider and may read it; never show it to a client.',
      ],
      ['amount_minor', 'f.amount', 'Amount in minor units (cents), signed.'],
      [
        'corrects_event_id',
        'f.corrects',
        'On a reversal: the event whose amount it takes back. Null on every other row.',
      ],
      ...originColumns('f'),
    ],
    from: `from analytics.known_flow f where f.measure in ('cost.project', 'cost.provider')`,
  },
  {
    name: 'fact_baseline',
    about:
      'A baseline: a copy of a plan that the sponsor was asked to approve. The one in state approved rules its plan.',
    columns: [
      ...placeColumns('s'),
      ['plan_id', `(s.value ->> 'planId')::uuid`, 'Plan that was copied (dim_plan).'],
      ['baseline_id', 's.subject::uuid', 'Id of the baseline.'],
      ['state', 'd.outcome', 'captured, submitted, approved, rejected or superseded, as known now.'],
      ['state_since', 'd.effective', 'Business time from which on it is in that state; of an approval: its data date.'],
      ['data_date', `(s.value ->> 'dataDate')::timestamptz`, 'From when it counts, once approved.'],
      ['currency', `s.value ->> 'currency'`, 'Currency (ISO 4217) of its amounts.'],
      ['bac_minor', `(s.value #>> '{totals,bac}')::bigint`, 'Budget at completion, in minor units.'],
      ['activities', `(s.value #>> '{totals,activities}')::integer`, 'Number of activities without summaries.'],
      ['planned_start', `(s.value #>> '{totals,start}')::timestamptz`, 'Start of the first activity.'],
      ['planned_finish', `(s.value #>> '{totals,finish}')::timestamptz`, 'Finish of the last activity.'],
      ['content_hash', `s.value ->> 'hash'`, 'Hash of its content: what was approved is exactly this.'],
      ['recorded_at', 's.recorded', 'Knowledge time: when it was captured.'],
      ['event_id', 's.event', 'Event that said so (fact_event).'],
    ],
    from: `from analytics.ruling_level s
      left join lateral (
        select d.outcome, d.effective from analytics.known_decision d
        where d.tenant = s.tenant and d.kind = 'baseline' and d.subject = s.value ->> 'planId'
          and d.detail ->> 'baselineId' = s.subject
        order by d.recorded desc, d.source desc, d.pos desc, d.n desc limit 1) d on true
      where s.measure = 'baseline'`,
  },
  {
    name: 'fact_baseline_line',
    about: 'An activity as it was baselined: what planned value is made from. Leave out type summary where you sum up.',
    columns: levelColumns([
      ['baseline_id', subjectId('l', 1), 'Baseline (fact_baseline).'],
      ['activity_id', subjectId('l', 2), 'Activity (dim_activity).'],
      ['code', `l.value ->> 'code'`, 'What people called it.'],
      ['wbs', `l.value ->> 'wbs'`, 'Place in the work breakdown.'],
      ['name', `l.value ->> 'name'`, 'What was to be done.'],
      ['type', `l.value ->> 'type'`, 'task, start-milestone, finish-milestone, level-of-effort or summary.'],
      ['calendar_id', `(l.value ->> 'calendarId')::uuid`, 'Working calendar that it follows.'],
      ['planned_start', `(l.value ->> 'start')::timestamptz`, 'Promised start.'],
      ['planned_finish', `(l.value ->> 'finish')::timestamptz`, 'Promised finish.'],
      ['duration_minutes', `(l.value ->> 'duration')::bigint`, 'Working minutes.'],
      ['budget_fixed_minor', `(l.value ->> 'fixed')::bigint`, 'Budget spent at its start, in minor units.'],
      [
        'budget_variable_minor',
        `(l.value ->> 'variable')::bigint`,
        'Budget spent over its working time, in minor units.',
      ],
      ['earning_rule', `l.value ->> 'earningRule'`, 'How it earns its budget.'],
    ]),
    from: `from analytics.ruling_level l where l.measure = 'baseline.line'`,
  },
  {
    name: 'fact_schedule_run',
    about: 'A calculation of a plan’s schedule that counts as known now: how the forecast moved over time.',
    columns: levelColumns([
      ['plan_id', 'l.subject::uuid', 'Plan (dim_plan).'],
      ['run_id', `(l.value ->> 'runId')::uuid`, 'Id of the calculation.'],
      ['data_date', `(l.value ->> 'dataDate')::timestamptz`, 'Data date that it was made for.'],
      ['finish', `(l.value ->> 'finish')::timestamptz`, 'Forecast finish of the plan.'],
      ['activities', `(l.value ->> 'activities')::integer`, 'Number of activities.'],
      ['critical_activities', `(l.value ->> 'critical')::integer`, 'How many of them are critical.'],
      ['input_hash', `l.value ->> 'inputHash'`, 'Hash over everything that the engine was given.'],
      ['result_hash', `l.value ->> 'resultHash'`, 'Hash over all dates and floats.'],
      ['engine_version', `(l.value ->> 'engineVersion')::integer`, 'Version of the engine.'],
    ]),
    from: `from analytics.known_level l where l.measure = 'plan.schedule' and l.value <> 'null'::jsonb`,
  },
  {
    name: 'fact_schedule_line',
    about: 'The dates of an activity in one calculation of the schedule.',
    columns: levelColumns([
      ['run_id', subjectId('l', 1), 'Calculation (fact_schedule_run).'],
      ['activity_id', subjectId('l', 2), 'Activity (dim_activity).'],
      ['early_start', `(l.value ->> 'earlyStart')::timestamptz`, 'Earliest start that the logic allows.'],
      ['early_finish', `(l.value ->> 'earlyFinish')::timestamptz`, 'Earliest finish.'],
      ['late_start', `(l.value ->> 'lateStart')::timestamptz`, 'Latest start that moves nothing.'],
      ['late_finish', `(l.value ->> 'lateFinish')::timestamptz`, 'Latest finish that moves nothing.'],
      [
        'total_float_minutes',
        `(l.value ->> 'totalFloat')::bigint`,
        'Working minutes that it may slip before the plan does.',
      ],
      [
        'free_float_minutes',
        `(l.value ->> 'freeFloat')::bigint`,
        'Working minutes that it may slip before another does.',
      ],
      ['is_critical', `(l.value ->> 'critical')::boolean`, 'Whether the plan slips when it does.'],
    ]),
    from: `from analytics.ruling_level l where l.measure = 'schedule.line'`,
  },
];
