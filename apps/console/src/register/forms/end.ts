import type { DialogSpec } from '../../actions/command-dialog.tsx';
import { t } from '../../texts/t.ts';
import type { RiskLine } from '../risk.ts';
import { change, post, type RiskDesk, shown, thingOf } from './desk.ts';

/** It has struck: it becomes an issue, whose clocks run from here. */
export function triggerRisk(desk: RiskDesk, risk: RiskLine, issueId: string): DialogSpec {
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
export function closeRisk(desk: RiskDesk, risk: RiskLine): DialogSpec {
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
