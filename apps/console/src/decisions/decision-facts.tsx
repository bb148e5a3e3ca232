import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { formatCountdown } from '../issues/clock-text.ts';
import { personText, usePeople } from '../session/people.ts';
import { t, tCode } from '../texts/t.ts';
import type { ApprovalLine } from './approval.ts';

/** Until when, what happens without an answer, who asked; or who answered, and why. */
export function DecisionFacts({ approval, now }: { readonly approval: ApprovalLine; readonly now: number }) {
  const zone = useZone();
  const people = usePeople(approval.engagementId);
  const { due, defaultOutcome, requestedBy, requestedAt, decidedAt, decidedBy = '', planTitle, reason } = approval;
  const by = (at: string, who: string) =>
    t('decisions.at', { at: formatMoment(at, { zone }), who: personText(who, people.data) });
  const facts: readonly (readonly [label: string, text: ReactNode])[] = [
    ...(planTitle ? [[t('decisions.plan'), planTitle] as const] : []),
    ...(decidedAt
      ? [[t('decisions.decided'), by(decidedAt, decidedBy)] as const]
      : [
          [t('decisions.due'), <Due key="due" due={due} now={now} />] as const,
          [t('decisions.default'), tCode('approval', defaultOutcome)] as const,
        ]),
    ...(reason ? [[t('decisions.reasonGiven'), reason] as const] : []),
    [t('decisions.requested'), by(requestedAt, requestedBy)],
  ];
  return (
    <dl className="pairs">
      {facts.map(([label, text]) => (
        <div key={label} className="pair">
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="sm" m={0}>
            {text}
          </Text>
        </div>
      ))}
    </dl>
  );
}

const SOON_MS = 2 * 86_400_000;

/** The deadline, and how far away it is. */
function Due({ due, now }: { readonly due: string | undefined; readonly now: number }) {
  const zone = useZone();
  if (!due) return t('decisions.noDue');
  const left = Date.parse(due) - now;
  const text = { due: formatMoment(due, { zone }), span: formatCountdown(left) };
  const tone = left < 0 ? 'tone-red' : left < SOON_MS ? 'tone-amber' : undefined;
  return <span className={tone}>{t(left < 0 ? 'decisions.dueOver' : 'decisions.dueIn', text)}</span>;
}
