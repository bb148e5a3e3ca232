import '../actions/records.css';
import { Anchor, Badge, Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useOpen, useOpened } from '../actions/opened.ts';
import { formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { formatCountdown } from '../issues/clock-text.ts';
import { personText, useMe, usePeople } from '../session/people.ts';
import { t, tCode } from '../texts/t.ts';
import { isPast, onward } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { type ApprovalLine, impactRows } from './approval.ts';

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
      <Impact approval={approval} />
      <Facts approval={approval} now={now} />
      {state === 'open' && <Answers approval={approval} />}
      <Exact approval={approval} />
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

/** What is approved now, what would be, and the difference. */
function Impact({ approval }: { readonly approval: ApprovalLine }) {
  const zone = useZone();
  const rows = impactRows(approval, { zone });
  const hasBefore = approval.before !== undefined;
  return (
    <>
      <Table className="impact" aria-label={t('decisions.effect')} highlightOnHover={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('decisions.effect')}</Table.Th>
            {hasBefore && (
              <Table.Th scope="col" ta="right">
                {t('decisions.before')}
              </Table.Th>
            )}
            <Table.Th scope="col" ta="right">
              {t('decisions.after')}
            </Table.Th>
            {hasBefore && (
              <Table.Th scope="col" ta="right">
                {t('decisions.change')}
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, before, after, change, isMore }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {t(`decisions.${key}`)}
              </Table.Th>
              {hasBefore && <Table.Td ta="right">{before}</Table.Td>}
              <Table.Td ta="right" fw={600}>
                {after}
              </Table.Td>
              {hasBefore && (
                <Table.Td ta="right" className={isMore ? 'tone-amber' : undefined}>
                  {change}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!hasBefore && (
        <Text size="xs" c="dimmed" mb="xs">
          {t('decisions.first')}
        </Text>
      )}
    </>
  );
}

function Facts({ approval, now }: { readonly approval: ApprovalLine; readonly now: number }) {
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

/** Offered to whoever may decide here; the server checks the right and its limit. */
function Answers({ approval: { approvalId, engagementId } }: { readonly approval: ApprovalLine }) {
  const past = isPast(usePoint());
  const open = useOpen();
  const me = useMe(engagementId);
  if (past) return <Note text={t('decisions.past')} />;
  if (!me.data) return null;
  if (!me.data.actions.includes('approve')) return <Note text={t('decisions.waitsForSponsor')} />;
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

/** For whoever wants to know exactly: the fingerprint, the plan, the history. */
function Exact({ approval }: { readonly approval: ApprovalLine }) {
  const { approvalId, engagementId, contentHash, planId } = approval;
  return (
    <details className="exact">
      <summary>{t('decisions.exact')}</summary>
      <Text size="xs" c="dimmed">
        {t('decisions.hashHelp')}
      </Text>
      <Text size="xs" className="event-id">
        {t('decisions.hash')}: {contentHash}
      </Text>
      <Group gap="md" mt={4}>
        {planId && (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                to="/engagements/$engagement"
                params={{ engagement: engagementId }}
                search={(search) => ({ ...onward(search), tab: 'plan' as const, plan: planId })}
                {...props}
              />
            )}
          >
            {t('decisions.toPlan')}
          </Anchor>
        )}
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/engagements/$engagement"
              params={{ engagement: engagementId }}
              search={(search) => ({ ...onward(search), tab: 'history' as const, stream: `apr-${approvalId}` })}
              {...props}
            />
          )}
        >
          {t('decisions.history')}
        </Anchor>
      </Group>
    </details>
  );
}
