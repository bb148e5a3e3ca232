import { daysAfter, endOfDay } from '../actions/days.ts';
import type { DialogSpec } from '../actions/command-dialog.tsx';
import type { Choice, Field } from '../actions/field.tsx';
import { addItem, changeItems } from '../actions/patch.ts';
import type { Undo } from '../actions/use-command.ts';
import { command } from '../api/request.ts';
import { formatDay } from '../figures/figure.ts';
import { t, tCode } from '../texts/t.ts';
import { isRated, LEVELS, type Rated, type RiskLine, type RiskPolicy, scoreAt } from './risk.ts';
import { levelName } from './risk-matrix.tsx';

/** What the forms need to know of where they stand. */
export interface RiskDesk {
  readonly engagement: string;
  readonly policy: RiskPolicy | undefined;
  /** Who may own a risk. */
  readonly people: readonly Choice[];
  readonly zone: string;
  /** Civil day there. */
  readonly today: string;
}

type Form = Omit<DialogSpec, 'command'> & { readonly command: DialogSpec['command'] };

const READING = 'register';
const CATEGORIES = [
  'schedule',
  'scope',
  'quality',
  'people',
  'supply',
  'technical',
  'security',
  'commercial',
  'client',
] as const;
const THREATS = ['avoid', 'mitigate', 'transfer', 'accept', 'escalate'] as const;
const OPPORTUNITIES = ['exploit', 'enhance', 'share', 'accept', 'escalate'] as const;
const NEXT_REVIEW_DAYS = 30;
const ACCEPTED_DAYS = 90;

const shown = ({ engagement }: RiskDesk) => ({ path: READING, query: { engagement } });

function levels({ policy }: RiskDesk, scale: 'likelihood' | 'impact'): readonly Choice[] {
  return LEVELS.map((level) => {
    const name = levelName(policy, scale, level);
    return { value: String(level), label: name === String(level) ? name : `${level}: ${name}` };
  });
}

const levelField = (desk: RiskDesk, name: 'likelihood' | 'impact'): Field => ({
  kind: 'choice',
  name,
  label: t(`risks.${name}`),
  required: true,
  choices: levels(desk, name),
});

const owner = ({ people }: RiskDesk): Field => ({
  kind: 'choice',
  name: 'owner',
  label: t('risks.owner'),
  choices: [{ value: '', label: t('risks.nobody') }, ...people],
});

const thingOf = ({ engagement }: RiskDesk, { riskId }: RiskLine) => ({
  path: `risks/${riskId}`,
  stream: `risk-${riskId}`,
  engagement,
});

const post = (risk: RiskLine, verb: string, body: unknown, how: { readonly key: string; readonly version: number }) =>
  command('POST', `/api/v1/risks/${risk.riskId}/${verb}`, body, { key: how.key, ifMatch: how.version });

const change = (risk: RiskLine, part: (now: RiskLine) => Partial<RiskLine>) => [
  changeItems<RiskLine>(
    READING,
    ({ riskId }) => riskId === risk.riskId,
    (now) => ({ ...now, ...part(now) }),
  ),
];

const given = (value: string | undefined): string | undefined => (value?.trim() ? value.trim() : undefined);

/** Puts a new risk on the register. Taking it back closes it: the log keeps both. */
export function identifyRisk(desk: RiskDesk, riskId: string): Form {
  return {
    draft: `risk.identify.${desk.engagement}`,
    title: t('risks.identify'),
    about: t('risks.identifyAbout'),
    submit: t('risks.identifySubmit'),
    initial: {
      riskId,
      kind: 'threat',
      category: 'schedule',
      likelihood: '3',
      impact: '3',
      nextReview: daysAfter(desk.today, NEXT_REVIEW_DAYS),
    },
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: t('risks.title'),
        example: t('risks.titleExample'),
        max: 200,
        required: true,
      },
      {
        kind: 'choice',
        name: 'kind',
        label: t('risks.kind'),
        choices: ['threat', 'opportunity'].map((value) => ({ value, label: tCode('risks.kind', value) })),
      },
      {
        kind: 'choice',
        name: 'category',
        label: t('risks.category'),
        choices: CATEGORIES.map((value) => ({ value, label: tCode('category', value) })),
      },
      {
        kind: 'area',
        name: 'cause',
        label: t('risks.cause'),
        example: t('risks.causeExample'),
        max: 1000,
        required: true,
      },
      {
        kind: 'area',
        name: 'event',
        label: t('risks.event'),
        example: t('risks.eventExample'),
        max: 1000,
        required: true,
      },
      {
        kind: 'area',
        name: 'effect',
        label: t('risks.effect'),
        example: t('risks.effectExample'),
        max: 1000,
        required: true,
      },
      levelField(desk, 'likelihood'),
      levelField(desk, 'impact'),
      owner(desk),
      { kind: 'day', name: 'nextReview', label: t('risks.review'), from: desk.today },
    ],
    command: {
      shown: shown(desk),
      send: (values) => {
        const { title, kind, category, cause, event, effect, likelihood, impact } = values;
        return command('PUT', `/api/v1/risks/${values['riskId']}`, {
          engagementId: desk.engagement,
          title,
          kind,
          category,
          cause,
          event,
          effect,
          likelihood: Number(likelihood),
          impact: Number(impact),
          owner: given(values['owner']),
          nextReview: given(values['nextReview']),
        });
      },
      optimistic: (values) => [addItem<RiskLine>(READING, newLine(desk, values))],
      done: ({ title = '' }) => t('risks.identified', { title }),
      undo: (values, { version }) => ({
        done: t('risks.takenBack'),
        send: (key) =>
          command(
            'POST',
            `/api/v1/risks/${values['riskId']}/close`,
            { why: t('risks.byMistake') },
            { key, ifMatch: version },
          ),
      }),
    },
  };
}

function newLine(desk: RiskDesk, values: Readonly<Record<string, string>>): RiskLine {
  const { riskId = '', title = '', kind = '', category = '', cause = '', event = '', effect = '' } = values;
  const rating = ratingOf(desk, values);
  return {
    riskId,
    title,
    kind,
    category,
    cause,
    event,
    effect,
    state: 'open',
    since: new Date().toISOString(),
    inherent: rating,
    current: rating,
    reviewOverdue: false,
    owner: given(values['owner']),
    nextReview: given(values['nextReview']),
  };
}

function ratingOf({ policy }: RiskDesk, values: Readonly<Record<string, string>>) {
  const [likelihood, impact] = [Number(values['likelihood']), Number(values['impact'])];
  const score = scoreAt(policy, likelihood, impact);
  return { likelihood, impact, score, aboveAppetite: score > (policy?.appetite.tolerance ?? 25) };
}

/** Rates it anew. Undo rates it as it was before. */
export function assessRisk(desk: RiskDesk, risk: RiskLine): Form {
  const now = risk.current ?? risk.inherent;
  return {
    draft: `risk.assess.${risk.riskId}`,
    title: t('risks.assessThis', { title: risk.title }),
    submit: t('risks.assess'),
    thing: thingOf(desk, risk),
    initial: { rated: 'current', likelihood: String(now?.likelihood ?? 3), impact: String(now?.impact ?? 3) },
    fields: [
      {
        kind: 'choice',
        name: 'rated',
        label: t('risks.which'),
        help: t('risks.whichHelp'),
        choices: (['current', 'residual', 'inherent'] as const).map((value) => ({
          value,
          label: t(`risks.rated.${value}`),
        })),
      },
      levelField(desk, 'likelihood'),
      levelField(desk, 'impact'),
    ],
    command: {
      shown: shown(desk),
      send: ({ rated, likelihood, impact }, how) =>
        post(risk, 'assessments', { rated, likelihood: Number(likelihood), impact: Number(impact) }, how),
      optimistic: (values) => change(risk, () => ({ [ratedIn(values)]: ratingOf(desk, values) })),
      done: (values) => t('risks.assessed', { title: risk.title, score: ratingOf(desk, values).score }),
      undo: (values, { version }) => assessedBack(risk, ratedIn(values), version),
    },
  };
}

const ratedIn = ({ rated }: Readonly<Record<string, string>>): Rated => (isRated(rated) ? rated : 'current');

function assessedBack(risk: RiskLine, rated: Rated, version: number): Undo | undefined {
  const before = risk[rated];
  if (!before) return undefined;
  const { likelihood, impact } = before;
  return {
    done: t('risks.assessedBack', { title: risk.title, score: before.score }),
    send: (key) => post(risk, 'assessments', { rated, likelihood, impact }, { key, version }),
    optimistic: change(risk, () => ({ [rated]: before })),
  };
}

/** Says what is done about it, and where that should lead. */
export function planResponse(desk: RiskDesk, risk: RiskLine): Form {
  const before = risk.response;
  const strategies = risk.kind === 'opportunity' ? OPPORTUNITIES : THREATS;
  const sameTarget: Choice = { value: '', label: t('risks.noTarget') };
  return {
    draft: `risk.respond.${risk.riskId}`,
    title: t('risks.respondTo', { title: risk.title }),
    submit: t('risks.respond'),
    thing: thingOf(desk, risk),
    initial: {
      strategy: before?.strategy ?? strategies[1] ?? '',
      plan: before?.plan ?? '',
      due: before?.due ?? '',
      owner: risk.owner ?? '',
      targetLikelihood: String(risk.residual?.likelihood ?? ''),
      targetImpact: String(risk.residual?.impact ?? ''),
    },
    fields: [
      {
        kind: 'choice',
        name: 'strategy',
        label: t('risks.strategy'),
        choices: strategies.map((value) => ({ value, label: tCode('strategy', value) })),
      },
      {
        kind: 'area',
        name: 'plan',
        label: t('risks.plan'),
        example: t('risks.planExample'),
        max: 1000,
        required: true,
      },
      owner(desk),
      { kind: 'day', name: 'due', label: t('risks.due'), from: desk.today },
      {
        kind: 'choice',
        name: 'targetLikelihood',
        label: t('risks.targetLikelihood'),
        help: t('risks.targetHelp'),
        choices: [sameTarget, ...levels(desk, 'likelihood')],
      },
      {
        kind: 'choice',
        name: 'targetImpact',
        label: t('risks.targetImpact'),
        choices: [sameTarget, ...levels(desk, 'impact')],
      },
    ],
    command: {
      shown: shown(desk),
      send: (values, how) => {
        const { strategy, plan, targetLikelihood, targetImpact } = values;
        const target =
          targetLikelihood && targetImpact
            ? { likelihood: Number(targetLikelihood), impact: Number(targetImpact) }
            : undefined;
        return post(
          risk,
          'responses',
          { strategy, plan, owner: given(values['owner']), due: given(values['due']), target },
          how,
        );
      },
      optimistic: (values) =>
        change(risk, (now) => ({
          response: { strategy: values['strategy'] ?? '', plan: values['plan'] ?? '', due: given(values['due']) },
          owner: given(values['owner']) ?? now.owner,
        })),
      done: () => t('risks.responded', { title: risk.title }),
      undo: (_values, { version }) =>
        before && {
          done: t('risks.respondedBack', { title: risk.title }),
          send: (key) => post(risk, 'responses', { ...before, owner: risk.owner }, { key, version }),
          optimistic: change(risk, () => ({ response: before, owner: risk.owner })),
        },
    },
  };
}

/** Bears it for a time. Every acceptance ends; nothing takes it back before. */
export function acceptRisk(desk: RiskDesk, risk: RiskLine): Form {
  const score = risk.current?.score ?? 0;
  const roles = (desk.policy?.appetite.bands ?? []).filter(({ upTo }) => upTo >= score).map(({ role }) => role);
  return {
    draft: `risk.accept.${risk.riskId}`,
    title: t('risks.acceptThis', { title: risk.title }),
    about: t('risks.acceptAbout', { score, roles: roles.map((role) => tCode('role', role)).join(', ') }),
    submit: t('risks.accept'),
    forGood: true,
    thing: thingOf(desk, risk),
    initial: { mode: 'active', expires: daysAfter(desk.today, ACCEPTED_DAYS) },
    fields: [
      {
        kind: 'day',
        name: 'expires',
        label: t('risks.acceptUntil'),
        help: t('risks.acceptUntilHelp'),
        from: desk.today,
        required: true,
      },
      {
        kind: 'choice',
        name: 'mode',
        label: t('risks.mode'),
        choices: (['active', 'passive'] as const).map((value) => ({ value, label: t(`risks.mode.${value}`) })),
      },
    ],
    command: {
      shown: shown(desk),
      send: ({ mode, expires = '' }, how) =>
        post(risk, 'acceptances', { mode, expires: endOfDay(expires, desk.zone) }, how),
      optimistic: ({ expires = '' }) =>
        change(risk, () => ({
          state: 'accepted',
          acceptedUntil: endOfDay(expires, desk.zone),
          acceptanceExpired: undefined,
        })),
      done: ({ expires = '' }) => t('risks.acceptedUntil', { title: risk.title, until: formatDay(expires) }),
    },
  };
}

/** Looks at it again: it stands as it is. */
export function reviewRisk(desk: RiskDesk, risk: RiskLine): Form {
  const before = risk.nextReview;
  return {
    draft: `risk.review.${risk.riskId}`,
    title: t('risks.reviewThis', { title: risk.title }),
    about: t('risks.reviewAbout'),
    submit: t('risks.reviewed'),
    thing: thingOf(desk, risk),
    initial: { nextReview: daysAfter(desk.today, NEXT_REVIEW_DAYS) },
    fields: [
      { kind: 'day', name: 'nextReview', label: t('risks.review'), from: desk.today, required: true },
      { kind: 'area', name: 'note', label: t('risks.note'), example: t('risks.noteExample'), max: 1000 },
    ],
    command: {
      shown: shown(desk),
      send: (values, how) =>
        post(risk, 'reviews', { nextReview: values['nextReview'], note: given(values['note']) }, how),
      optimistic: ({ nextReview }) => change(risk, () => ({ nextReview, reviewOverdue: false })),
      done: ({ nextReview = '' }) => t('risks.reviewNext', { title: risk.title, day: formatDay(nextReview) }),
      undo: (_values, { version }) =>
        before === undefined
          ? undefined
          : {
              done: t('risks.reviewBack', { title: risk.title, day: formatDay(before) }),
              send: (key) =>
                post(risk, 'reviews', { nextReview: before, note: t('risks.byMistake') }, { key, version }),
              optimistic: change(risk, () => ({ nextReview: before, reviewOverdue: risk.reviewOverdue })),
            },
    },
  };
}

/** It has struck: it becomes an issue, whose clocks run from here. */
export function triggerRisk(desk: RiskDesk, risk: RiskLine, issueId: string): Form {
  return {
    draft: `risk.trigger.${risk.riskId}`,
    title: t('risks.triggerThis', { title: risk.title }),
    about: t('risks.triggerAbout'),
    submit: t('risks.trigger'),
    forGood: true,
    thing: thingOf(desk, risk),
    initial: { issueId, severity: '2', title: risk.title },
    fields: [
      {
        kind: 'choice',
        name: 'severity',
        label: t('issues.severity'),
        choices: ['1', '2', '3', '4'].map((value) => ({ value, label: t(`issues.severity.${value as '1'}`) })),
      },
      { kind: 'text', name: 'title', label: t('issues.title'), max: 200, required: true },
    ],
    command: {
      shown: shown(desk),
      send: ({ severity, title, issueId: issue }, how) =>
        post(risk, 'trigger', { issueId: issue, severity: Number(severity), title }, how),
      optimistic: ({ issueId: issue }) => change(risk, () => ({ state: 'triggered', issueId: issue })),
      done: () => t('risks.triggeredNow', { title: risk.title }),
    },
  };
}

/** It needs no more attention. A closed risk does not change any more. */
export function closeRisk(desk: RiskDesk, risk: RiskLine): Form {
  return {
    draft: `risk.close.${risk.riskId}`,
    title: t('risks.closeThis', { title: risk.title }),
    submit: t('risks.close'),
    forGood: true,
    thing: thingOf(desk, risk),
    fields: [
      { kind: 'area', name: 'why', label: t('risks.why'), example: t('risks.whyExample'), max: 1000, required: true },
    ],
    command: {
      shown: shown(desk),
      send: ({ why }, how) => post(risk, 'close', { why }, how),
      optimistic: () => change(risk, () => ({ state: 'closed' })),
      done: () => t('risks.closedNow', { title: risk.title }),
    },
  };
}
