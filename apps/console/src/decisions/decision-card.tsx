import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Approval } from '../api/views.ts';
import { whoIs } from '../figures/actor.ts';
import { formatDay, formatMoment, formatMoney } from '../figures/figure.ts';
import { t, tCode } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import type { Outcome } from './answer.ts';

const SHOWN_HASH = 12;

/** One decision: what follows from it, what happens without it, and until when. */
export function DecisionCard({ approval }: { readonly approval: Approval }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const { kind, state, overdue } = approval;
  const what = tCode('decisions.kind', kind);
  return (
    <Paper component="article" withBorder p="md" aria-label={what}>
      <Group justify="space-between" mb="xs">
        <Title order={3} size="h5">
          {what}
        </Title>
        <Badge variant="outline" radius="sm" className={overdue ? 'colour-red' : 'colour-unknown'}>
          {overdue ? t('decisions.overdue') : tCode('approval', state)}
        </Badge>
      </Group>
      <Facts approval={approval} />
      {state === 'open' && <Answers onAnswer={setOutcome} />}
      {outcome && <AnswerDialog approval={approval} outcome={outcome} onClose={() => setOutcome(undefined)} />}
    </Paper>
  );
}

function Answers({ onAnswer }: { readonly onAnswer: (outcome: Outcome) => void }) {
  const past = isPast(usePoint());
  if (past)
    return (
      <Text size="sm" mt="sm">
        {t('decisions.past')}
      </Text>
    );
  return (
    <Group mt="md" gap="sm">
      <Button onClick={() => onAnswer('grant')}>{t('decisions.grant')}</Button>
      <Button variant="default" onClick={() => onAnswer('refuse')}>
        {t('decisions.refuse')}
      </Button>
    </Group>
  );
}

function Facts({ approval }: { readonly approval: Approval }) {
  const { impact, defaultOutcome, due, requestedBy, requestedAt, contentHash, decidedAt, decidedBy, state } = approval;
  const { bac, currency, activities, start = '', finish = '' } = impact;
  const facts: readonly (readonly [label: string, text: string])[] = [
    [t('decisions.budget'), formatMoney(bac, currency)],
    [t('decisions.activities'), String(activities)],
    [t('decisions.span'), t('fact.fromTo', { start: formatDay(start), finish: formatDay(finish) })],
    ...(decidedAt
      ? [
          [
            tCode('approval', state),
            `${formatMoment(decidedAt)} ${t('decisions.by')} ${whoIs(decidedBy ?? '')}`,
          ] as const,
        ]
      : [
          [t('decisions.due'), due ? formatMoment(due) : t('decisions.noDue')] as const,
          [t('decisions.default'), tCode('approval', defaultOutcome)] as const,
        ]),
    [t('decisions.requested'), `${formatMoment(requestedAt)} ${t('decisions.by')} ${whoIs(requestedBy)}`],
    [t('decisions.hash'), `${contentHash.slice(0, SHOWN_HASH)}…`],
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
