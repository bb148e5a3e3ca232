import type { DialogSpec } from '../../actions/command-dialog.tsx';
import { daysAfter, endOfDay } from '../../actions/days.ts';
import { formatDay } from '../../figures/figure.ts';
import { t, tCode } from '../../texts/t.ts';
import type { RiskLine } from '../risk.ts';
import { change, post, type RiskDesk, shown, thingOf } from './desk.ts';

const ACCEPTED_DAYS = 90;

/** Bears it for a time. Every acceptance ends; nothing takes it back before. */
export function acceptRisk(desk: RiskDesk, risk: RiskLine): DialogSpec {
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
