import '../actions/records.css';
import { Anchor, Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useOpen, useOpened } from '../actions/opened.ts';
import { t, tCode } from '../texts/t.ts';
import { isPast, onward } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import type { ApprovalLine } from './approval.ts';
import { DecisionFacts } from './decision-facts.tsx';
import { ExactContent } from './exact-content.tsx';
import { ImpactTable } from './impact-table.tsx';
import { useMayDecide } from './use-may-decide.ts';

interface DecisionCardProps {
  readonly approval: ApprovalLine;
  /** The server's time. */
  readonly now: number;
  /** Whose it is need not be said on the engagement's own page. */
  readonly isNamed: boolean;
}

/** One decision: whose, what changes, what happens without it, and until when. */
export function DecisionCard({ approval, now, isNamed }: DecisionCardProps) {
  const { approvalId, kind, state, overdue } = approval;
  const isWanted = useOpened().approval === approvalId;
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted) card.current?.scrollIntoView({ block: 'center' });
  }, [isWanted]);
  const what = tCode('decisions.kind', kind);
  return (
    <Paper
      ref={card}
      component="article"
      withBorder
      p="md"
      aria-label={[what, approval.engagementTitle].filter(Boolean).join(', ')}
      {...(isWanted && { bd: '2px solid var(--mantine-primary-color-filled)' })}
    >
      <Group justify="space-between" mb="xs" align="flex-start" wrap="nowrap">
        <div>
          <Title order={3} size="h5">
            {what}
          </Title>
          {isNamed && <Whose approval={approval} />}
        </div>
        <Badge variant="outline" radius="sm" className={overdue ? 'colour-red' : 'colour-unknown'}>
          {overdue ? t('decisions.overdue') : tCode('approval', state)}
        </Badge>
      </Group>
      <ImpactTable approval={approval} />
      <DecisionFacts approval={approval} now={now} />
      {state === 'open' && <Answers approval={approval} />}
      <ExactContent approval={approval} />
    </Paper>
  );
}

function Whose({ approval }: { readonly approval: ApprovalLine }) {
  const { engagementId, engagementCode, engagementTitle, clientName } = approval;
  return (
    <Text size="sm">
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link to="/engagements/$engagement" params={{ engagement: engagementId }} search={onward} {...props} />
        )}
      >
        {engagementTitle ?? engagementCode ?? engagementId}
      </Anchor>
      {clientName && <>, {clientName}</>}
    </Text>
  );
}

/** Offered to whoever may decide here; the server checks the right and its limit. */
function Answers({ approval }: { readonly approval: ApprovalLine }) {
  const { approvalId } = approval;
  const past = isPast(usePoint());
  const open = useOpen();
  const mayDecide = useMayDecide(approval);
  if (past) return <Note text={t('decisions.past')} />;
  if (mayDecide === undefined) return null;
  if (!mayDecide) return <Note text={t('decisions.waitsForSponsor')} />;
  return (
    <Group mt="md" gap="sm" className="no-print">
      <Button onClick={() => open({ approval: approvalId, do: 'approval.grant' })}>{t('decisions.grant')}</Button>
      <Button variant="default" onClick={() => open({ approval: approvalId, do: 'approval.refuse' })}>
        {t('decisions.refuse')}
      </Button>
    </Group>
  );
}

function Note({ text }: { readonly text: string }) {
  return (
    <Text size="sm" mt="sm">
      {text}
    </Text>
  );
}
