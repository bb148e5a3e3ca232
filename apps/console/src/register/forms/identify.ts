import type { DialogSpec } from '../../actions/command-dialog.tsx';
import { daysAfter } from '../../actions/days.ts';
import { addItem } from '../../actions/patch.ts';
import { command } from '../../api/request.ts';
import { t, tCode } from '../../texts/t.ts';
import type { RiskLine } from '../risk.ts';
import { given, levelField, owner, ratingOf, READING, type RiskDesk, shown } from './desk.ts';

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
const NEXT_REVIEW_DAYS = 30;

/** Puts a new risk on the register. Taking it back closes it: the log keeps both. */
export function identifyRisk(desk: RiskDesk, riskId: string): DialogSpec {
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
