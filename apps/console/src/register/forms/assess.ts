import type { DialogSpec } from '../../actions/command-dialog.tsx';
import type { Undo } from '../../actions/use-command.ts';
import { t } from '../../texts/t.ts';
import { isRated, type Rated, type RiskLine } from '../risk.ts';
import { change, levelField, post, ratingOf, type RiskDesk, shown, thingOf } from './desk.ts';

/** Rates it anew. Undo rates it as it was before. */
export function assessRisk(desk: RiskDesk, risk: RiskLine): DialogSpec {
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
