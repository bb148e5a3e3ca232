import { levelColumns, subjectId, subjects } from './dimensions.ts';
import { type Column, type DocumentedView, placeColumns } from './documented.ts';

const ORDER = 'd.recorded, d.source, d.pos, d.n';
const listed = (outcomes: readonly string[]): string => outcomes.map((outcome) => `'${outcome}'`).join(', ');

/** The first, or the last, thing that happened to a subject among these outcomes. */
const happened = (what: string, end: 'first' | 'last', outcomes: readonly string[]): string =>
  `(array_agg(${what} order by ${end === 'first' ? ORDER : 'd.recorded desc, d.source desc, d.pos desc, d.n desc'})
    filter (where d.outcome in (${listed(outcomes)})))[1]`;

/** A row per subject of that kind, with what happened to it in columns. */
const histories = (kind: string, columns: Readonly<Record<string, string>>): string => `(
  select d.tenant, (array_agg(d.client order by ${ORDER}))[1] as client,
    (array_agg(d.engagement order by ${ORDER}))[1] as engagement, d.subject,
    ${Object.entries(columns)
      .map(([name, expression]) => `${expression} as ${name}`)
      .join(', ')}
  from analytics.known_decision d where d.kind = '${kind}' group by d.tenant, d.subject)`;

const RISK_STATES = ['identified', 'accepted', 'expired', 'triggered', 'closed'];
const ISSUE_STATES = ['raised', 'acknowledged', 'waiting', 'resumed', 'resolved', 'verified', 'reopened', 'cancelled'];
const CLOCK_STATES = ['started', 'paused', 'resumed', 'breached', 'met', 'reopened', 'cancelled'];
const ANSWERS = ['granted', 'refused', 'lapsed'];

const rating = (which: 'inherent' | 'current' | 'residual', when: string): readonly Column[] => [
  [`${which}_likelihood`, `(s.${which} ->> 'likelihood')::integer`, `Likelihood, 1 to 5, ${when}.`],
  [`${which}_impact`, `(s.${which} ->> 'impact')::integer`, `Impact, 1 to 5, ${when}.`],
  [`${which}_score`, `(s.${which} ->> 'score')::integer`, `Score by the matrix of the risk policy, ${when}.`],
];

/** Key figures, risks, issues and their clocks, approvals, and the record of all that happened. */
export const governanceFacts: readonly DocumentedView[] = [
  {
    name: 'fact_kpi',
    about: 'A measurement of a key figure that counts as known now. At another point of both times: kpi_asof.',
    columns: levelColumns([
      ['plan_id', `(l.value ->> 'planId')::uuid`, 'Plan (dim_plan); null for a figure of the whole engagement.'],
      ['measurement_id', `(l.value ->> 'measurementId')::uuid`, 'Id of the measurement.'],
      ['kpi', `l.value ->> 'kpi'`, 'Key figure of the catalogue, such as K01.'],
      ['formula_version', `(l.value ->> 'formulaVersion')::integer`, 'Version of the formula.'],
      ['as_of', `(l.value ->> 'asOf')::timestamptz`, 'Business time that was measured.'],
      [
        'cut',
        `l.value ->> 'cut'`,
        'What was known: give it to the functions that end in _at_cut to repeat the reading.',
      ],
      ['value', `(l.value ->> 'value')::numeric`, 'Value, exact to ten digits; null where it has none.'],
      ['undefined_reason', `l.value ->> 'undefinedReason'`, 'Why there is no value; null where there is one.'],
      ['target', `(l.value ->> 'target')::numeric`, 'Agreed target.'],
      ['threshold', `(l.value ->> 'threshold')::numeric`, 'Agreed threshold: beyond it an issue is raised.'],
      ['status', `l.value ->> 'status'`, 'met, watch, breached or unknown.'],
      ['lineage', `l.value ->> 'lineage'`, 'Set hash of the facts that it was made from.'],
    ]),
    from: `from analytics.known_level l where l.measure = 'kpi.value' and l.value <> 'null'::jsonb`,
  },
  {
    name: 'fact_risk',
    about: 'A risk of the register, as known now.',
    columns: [
      ...placeColumns('s'),
      ['risk_id', 's.subject::uuid', 'Id of the risk.'],
      ['title', `s.risk ->> 'title'`, 'Short name.'],
      ['kind', `s.risk ->> 'kind'`, 'threat or opportunity.'],
      ['category', `s.risk ->> 'category'`, 'Category of the risk policy.'],
      [
        'state',
        `case h.outcome when 'identified' then 'open' when 'expired' then 'open' else h.outcome end`,
        'open, accepted, triggered or closed. An acceptance that ran out leaves it open.',
      ],
      ['state_since', 'h.since', 'Business time from which on it is in that state.'],
      ['identified_at', 'h.identified', 'Business time when it was put on the register.'],
      ['accepted_until', `h.accepted_until`, 'Where it is accepted: until when. Null otherwise.'],
      ...rating('inherent', 'before anything is done about it'),
      ...rating('current', 'as it stands'),
      ...rating('residual', 'as it will be once the response has worked'),
      [
        'is_above_appetite',
        `(s.current ->> 'aboveAppetite')::boolean`,
        'Whether the current score exceeds the appetite.',
      ],
      ['response', `s.response ->> 'strategy'`, 'Strategy of the planned response; null where there is none.'],
      ['owner_id', `(s.owner #>> '{}')::uuid`, 'User who bears it.'],
      ['next_review', `(s.next_review #>> '{}')::date`, 'Day by which it is to be looked at again.'],
      ['recorded_at', 's.recorded', 'Knowledge time: when it was put on the register.'],
    ],
    from: `from ${subjects({
      risk: 'risk',
      inherent: 'risk.inherent',
      current: 'risk.current',
      residual: 'risk.residual',
      response: 'risk.response',
      owner: 'risk.owner',
      next_review: 'risk.next-review',
    })} s
      join ${histories('risk', {
        outcome: happened('d.outcome', 'last', RISK_STATES),
        since: happened('d.effective', 'last', RISK_STATES),
        identified: happened('d.effective', 'first', ['identified']),
        accepted_until: `case when ${happened('d.outcome', 'last', RISK_STATES)} = 'accepted'
          then (${happened('d.detail', 'last', ['accepted'])} ->> 'expires')::timestamptz end`,
      })} h on h.tenant = s.tenant and h.subject = s.subject`,
  },
  {
    name: 'fact_issue',
    about: 'An issue with its state, as known now. How long it took is told by its clocks: fact_sla_clock.',
    columns: [
      ...placeColumns('h'),
      ['issue_id', 'h.subject::uuid', 'Id of the issue.'],
      ['severity', `(h.raised ->> 'severity')::integer`, 'Severity, 1 to 4; 1 is the worst.'],
      ['title', `h.raised ->> 'title'`, 'Short name.'],
      ['origin', `h.raised #>> '{origin,kind}'`, 'person, kpi or risk: who or what found it.'],
      ['kpi', `h.raised #>> '{origin,kpi}'`, 'Key figure that crossed its threshold; null unless the origin is kpi.'],
      [
        'state',
        `case h.outcome when 'raised' then 'open' when 'resumed' then 'acknowledged' when 'reopened' then 'acknowledged' else h.outcome end`,
        'open, acknowledged, waiting, resolved, verified or cancelled.',
      ],
      ['state_since', 'h.since', 'Business time from which on it is in that state.'],
      ['raised_at', `(h.raised ->> 'raisedAt')::timestamptz`, 'When its clocks began to run.'],
      ['acknowledged_at', 'h.acknowledged', 'When somebody first took note; null before.'],
      ['resolved_at', 'h.resolved', 'When it was last said to be solved; null before.'],
      ['times_reopened', 'h.reopened', 'How often it came back.'],
      ['assignee_id', `(h.assigned ->> 'assignee')::uuid`, 'User who is to resolve it; null where nobody is.'],
      ['recorded_at', 'h.recorded', 'Knowledge time: when it was raised.'],
    ],
    from: `from ${histories('issue', {
      raised: happened('d.detail', 'first', ['raised']),
      outcome: happened('d.outcome', 'last', ISSUE_STATES),
      since: happened('d.effective', 'last', ISSUE_STATES),
      acknowledged: happened('d.effective', 'first', ['acknowledged']),
      resolved: happened('d.effective', 'last', ['resolved']),
      reopened: `count(*) filter (where d.outcome = 'reopened')`,
      assigned: happened('d.detail', 'last', ['assigned']),
      recorded: happened('d.recorded', 'first', ['raised']),
    })} h where h.raised is not null`,
  },
  {
    name: 'fact_sla_clock',
    about:
      'A clock of an issue against a service level, by its last event as known now. Elapsed minutes are settled when it stops; leave out cancelled ones where you count.',
    columns: [
      ...placeColumns('h'),
      ['issue_id', subjectId('h', 1), 'Issue that it runs on (fact_issue).'],
      ['clock_id', subjectId('h', 2), 'Id of the clock.'],
      ['clock', `h.started ->> 'clock'`, 'acknowledge or resolve.'],
      [
        'state',
        `case when h.outcome in ('started', 'resumed', 'reopened') then 'running' else h.outcome end`,
        'running, paused, breached, met or cancelled.',
      ],
      ['state_since', 'h.since', 'Business time of its last change of state.'],
      [
        'target_minutes',
        `(coalesce(h.recalculated, h.started) ->> 'targetMinutes')::bigint`,
        'Minutes that it may take, on its calendar.',
      ],
      ['due_at', `(h.due ->> 'due')::timestamptz`, 'When it is due, as last counted; null while paused by a recount.'],
      ['breaches', 'h.breaches', 'How often it ran over its target; more than one only where it was reopened.'],
      ['was_late', `(h.met ->> 'late')::boolean`, 'Whether it was met late; null until it is met.'],
      ['elapsed_minutes', `(h.met ->> 'elapsedMinutes')::bigint`, 'Counted minutes when it was met.'],
      ['paused_minutes', `(h.met ->> 'pausedMinutes')::bigint`, 'Minutes that did not count when it was met.'],
      ['recorded_at', 'h.recorded', 'Knowledge time: when it was started.'],
    ],
    from: `from ${histories('clock', {
      started: happened('d.detail', 'first', ['started']),
      recalculated: happened('d.detail', 'last', ['recalculated']),
      outcome: happened('d.outcome', 'last', CLOCK_STATES),
      since: happened('d.effective', 'last', CLOCK_STATES),
      due: happened('d.detail', 'last', ['started', 'resumed', 'reopened', 'recalculated']),
      breaches: `count(*) filter (where d.outcome = 'breached')`,
      met: happened('d.detail', 'last', ['met']),
      recorded: happened('d.recorded', 'first', ['started']),
    })} h where h.started is not null`,
  },
  {
    name: 'fact_approval',
    about: 'Something that the client’s sponsor was asked to decide, with the answer as known now.',
    columns: [
      ...placeColumns('h'),
      ['approval_id', 'h.subject::uuid', 'Id of the approval.'],
      ['kind', `h.requested ->> 'kind'`, 'What is to be decided, such as baseline.'],
      ['subject_id', `(h.requested ->> 'subject')::uuid`, 'Id of what is to be approved, such as a baseline.'],
      ['plan_id', `(h.requested ->> 'planId')::uuid`, 'Plan that it is about; null where about none.'],
      ['state', `coalesce(h.answer, 'open')`, 'open, granted, refused or lapsed.'],
      ['requested_at', 'h.asked', 'When it was asked.'],
      ['due_at', `(h.requested ->> 'due')::timestamptz`, 'By when an answer is needed; null where no time was set.'],
      ['decided_at', 'h.decided', 'When it was answered; null before.'],
      ['decided_by', 'h.decider', 'Who answered; null before.'],
      ['recorded_at', 'h.recorded', 'Knowledge time: when it was asked.'],
    ],
    from: `from ${histories('approval', {
      requested: happened('d.detail', 'first', ['requested']),
      asked: happened('d.effective', 'first', ['requested']),
      answer: happened('d.outcome', 'first', ANSWERS),
      decided: happened('d.effective', 'first', ANSWERS),
      decider: happened('d.by', 'first', ANSWERS),
      recorded: happened('d.recorded', 'first', ['requested']),
    })} h where h.requested is not null`,
  },
  {
    name: 'fact_event',
    about: 'Every event, in the order of the tenant’s feed: who did what when. What it said in full is not here.',
    columns: [
      ...placeColumns('e'),
      ['sequence', 'e.sequence', 'Place in the feed of the tenant: without gaps, never changed.'],
      ['event_id', 'e.event_id', 'Id of the event.'],
      ['type', 'e.type', 'What happened, such as scheduling.ProgressRecorded.'],
      ['source', 'e.source', 'Service whose log holds it.'],
      ['position', 'e.position', 'Position in that log: what cuts are made of.'],
      ['stream', 'e.stream', 'Thing that it happened to, such as risk-<id>.'],
      ['actor', 'e.actor', 'User or process that did it.'],
      ['effective_at', 'e.effective', 'Business time: from when on it holds.'],
      ['recorded_at', 'e.recorded', 'Knowledge time: when it was recorded.'],
      ['taken_in_at', 'e.taken_in', 'When reporting took it in.'],
    ],
    from: 'from feed.entry e',
  },
  {
    name: 'freshness',
    about: 'How far reporting has taken in the log of each service. It says nothing about any tenant.',
    columns: [
      ['source', 's.name', 'Service whose log it is.'],
      ['position', 'coalesce(w.folded_to, 0)', 'Last position up to which nothing is missing.'],
      ['last_recorded_at', 'w.folded_recorded', 'When the event at that position was recorded.'],
      [
        'complete_to',
        'greatest(w.folded_recorded, w.complete_to)',
        'Up to when everything recorded has been taken in.',
      ],
      [
        'lag_seconds',
        'extract(epoch from now() - greatest(w.folded_recorded, w.complete_to))',
        'Seconds since then; a quiet log is confirmed as complete every few moments.',
      ],
    ],
    from: 'from analytics.source s left join facts.log_watermark w on w.source = s.id',
  },
];
