import type { Choice, Field } from '../../actions/field.tsx';
import { changeItems } from '../../actions/patch.ts';
import { command } from '../../api/request.ts';
import { t } from '../../texts/t.ts';
import { LEVELS, type RiskLine, type RiskPolicy, scoreAt } from '../risk.ts';
import { levelName } from '../risk-matrix.tsx';

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

export const READING = 'register';

export const shown = ({ engagement }: RiskDesk) => ({ path: READING, query: { engagement } });

export function levels({ policy }: RiskDesk, scale: 'likelihood' | 'impact'): readonly Choice[] {
  return LEVELS.map((level) => {
    const name = levelName(policy, scale, level);
    return { value: String(level), label: name === String(level) ? name : `${level}: ${name}` };
  });
}

export const levelField = (desk: RiskDesk, name: 'likelihood' | 'impact'): Field => ({
  kind: 'choice',
  name,
  label: t(`risks.${name}`),
  required: true,
  choices: levels(desk, name),
});

export const owner = ({ people }: RiskDesk): Field => ({
  kind: 'choice',
  name: 'owner',
  label: t('risks.owner'),
  choices: [{ value: '', label: t('risks.nobody') }, ...people],
});

export const thingOf = ({ engagement }: RiskDesk, { riskId }: RiskLine) => ({
  path: `risks/${riskId}`,
  stream: `risk-${riskId}`,
  engagement,
});

export const post = (
  risk: RiskLine,
  verb: string,
  body: unknown,
  how: { readonly key: string; readonly version: number },
) => command('POST', `/api/v1/risks/${risk.riskId}/${verb}`, body, { key: how.key, ifMatch: how.version });

export const change = (risk: RiskLine, part: (now: RiskLine) => Partial<RiskLine>) => [
  changeItems<RiskLine>(
    READING,
    ({ riskId }) => riskId === risk.riskId,
    (now) => ({ ...now, ...part(now) }),
  ),
];

export const given = (value: string | undefined): string | undefined => (value?.trim() ? value.trim() : undefined);

/** A rating as the policy scores it. */
export function ratingOf({ policy }: RiskDesk, values: Readonly<Record<string, string>>) {
  const [likelihood, impact] = [Number(values['likelihood']), Number(values['impact'])];
  const score = scoreAt(policy, likelihood, impact);
  return { likelihood, impact, score, aboveAppetite: score > (policy?.appetite.tolerance ?? 25) };
}
