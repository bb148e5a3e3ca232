import type { DialogSpec } from '../../actions/command-dialog.tsx';
import type { Choice } from '../../actions/field.tsx';
import { t, tCode } from '../../texts/t.ts';
import type { RiskLine } from '../risk.ts';
import { change, given, levels, owner, post, type RiskDesk, shown, thingOf } from './desk.ts';

const THREATS = ['avoid', 'mitigate', 'transfer', 'accept', 'escalate'] as const;
const OPPORTUNITIES = ['exploit', 'enhance', 'share', 'accept', 'escalate'] as const;

/** Says what is done about it, and where that should lead. */
export function planResponse(desk: RiskDesk, risk: RiskLine): DialogSpec {
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
