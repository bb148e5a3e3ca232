import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { CommandDialog } from '../actions/command-dialog.tsx';
import { useOpen, useOpened } from '../actions/opened.ts';
import { usePages } from '../api/readings.ts';
import type { Page } from '../api/views.ts';
import { useZone } from '../figures/zone.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { useServerNow } from '../issues/server-now.ts';
import { MoreButton } from '../tables/more-button.tsx';
import { t } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { answerForm } from './answer-form.ts';
import type { ApprovalLine } from './approval.ts';
import { DecisionCard } from './decision-card.tsx';

/** The decision inbox over all engagements of the caller. */
export function DecisionsPage() {
  const { show } = useOpened();
  const open = useOpen();
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h2">
            {t('decisions.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('decisions.about')}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t('decisions.show')}
          value={show === 'all' ? 'all' : 'open'}
          onChange={(next) => open({ show: next === 'all' ? 'all' : undefined })}
          data={[
            { value: 'open', label: t('decisions.showOpen') },
            { value: 'all', label: t('decisions.showAll') },
          ]}
        />
      </Group>
      <Decisions query={show === 'all' ? { state: 'all' } : {}} isNamed />
    </Stack>
  );
}

/** The decisions of one engagement, those taken earlier below. */
export function DecisionsOf({ engagement }: { readonly engagement: string }) {
  return <Decisions query={{ engagement, state: 'all' }} isNamed={false} />;
}

interface DecisionsProps {
  readonly query: Readonly<Record<string, string>>;
  readonly isNamed: boolean;
}

function Decisions({ query, isNamed }: DecisionsProps) {
  const inbox = usePages<Page<ApprovalLine>>('decision-inbox', { ...query, limit: '100' });
  return (
    <ReadingBody reading={{ ...inbox, data: inbox.data?.pages }}>
      {(pages) => (
        <Stack maw={820}>
          <Cards
            approvals={pages.flatMap(({ items }) => items)}
            asOf={pages[0]?.point.asOf ?? ''}
            answeredAt={inbox.dataUpdatedAt}
            isNamed={isNamed}
          />
          <MoreButton pages={inbox} />
        </Stack>
      )}
    </ReadingBody>
  );
}

interface CardsProps {
  readonly approvals: readonly ApprovalLine[];
  readonly asOf: string;
  readonly answeredAt: number;
  readonly isNamed: boolean;
}

function Cards({ approvals, asOf, answeredAt, isNamed }: CardsProps) {
  const opened = useOpened();
  const { open = [], decided = [] } = Object.groupBy(approvals, ({ state }) => (state === 'open' ? 'open' : 'decided'));
  const now = useServerNow(
    asOf,
    answeredAt,
    open.some(({ due }) => due !== undefined),
  );
  const isGone = opened.approval !== undefined && !approvals.some(({ approvalId }) => approvalId === opened.approval);
  return (
    <>
      {isGone && <Text role="status">{t('decisions.notOpen')}</Text>}
      {open.length === 0 && <Empty title={t('decisions.empty')}>{t('decisions.emptyHelp')}</Empty>}
      {open.map((approval) => (
        <DecisionCard key={approval.approvalId} approval={approval} now={now} isNamed={isNamed} />
      ))}
      {decided.length > 0 && (
        <Title order={2} size="h5" mt="sm">
          {t('decisions.earlier')}
        </Title>
      )}
      {decided.map((approval) => (
        <DecisionCard key={approval.approvalId} approval={approval} now={now} isNamed={isNamed} />
      ))}
      <AnswerDialog approvals={open} />
    </>
  );
}

/** The form that the address names: it comes back after a reload, with what was typed. */
function AnswerDialog({ approvals }: { readonly approvals: readonly ApprovalLine[] }) {
  const { approval: wanted, do: form } = useOpened();
  const open = useOpen();
  const past = isPast(usePoint());
  const zone = useZone();
  const approval = approvals.find(({ approvalId }) => approvalId === wanted);
  if (!approval || past || (form !== 'approval.grant' && form !== 'approval.refuse')) return null;
  const spec = answerForm(approval, form === 'approval.grant' ? 'grant' : 'refuse', zone);
  return <CommandDialog key={spec.draft} spec={spec} onClose={() => open({ approval: undefined, do: undefined })} />;
}
