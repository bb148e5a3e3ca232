import { Stack, Text, Title } from '@mantine/core';
import { usePages } from '../api/readings.ts';
import type { Approval, Page } from '../api/views.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { t } from '../texts/t.ts';
import { DecisionCard } from './decision-card.tsx';

/** The decision inbox over all engagements of the caller. */
export function DecisionsPage() {
  return (
    <Stack>
      <div>
        <Title order={1} size="h2">
          {t('decisions.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('decisions.about')}
        </Text>
      </div>
      <Decisions query={{}} />
    </Stack>
  );
}

/** The decisions of one engagement, those taken earlier below. */
export function DecisionsOf({ engagement }: { readonly engagement: string }) {
  return <Decisions query={{ engagement, state: 'all' }} />;
}

function Decisions({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const inbox = usePages<Page<Approval>>('decision-inbox', { ...query, limit: '100' });
  return (
    <ReadingBody reading={{ ...inbox, data: inbox.data?.pages }}>
      {(pages) => {
        const { open = [], decided = [] } = Object.groupBy(
          pages.flatMap(({ items }) => items),
          ({ state }) => (state === 'open' ? 'open' : 'decided'),
        );
        return (
          <Stack maw={760}>
            {open.length === 0 && <Empty title={t('decisions.empty')}>{t('decisions.emptyHelp')}</Empty>}
            {open.map((approval) => (
              <DecisionCard key={approval.approvalId} approval={approval} />
            ))}
            {decided.length > 0 && (
              <Title order={2} size="h5" mt="sm">
                {t('decisions.earlier')}
              </Title>
            )}
            {decided.map((approval) => (
              <DecisionCard key={approval.approvalId} approval={approval} />
            ))}
            <MoreButton pages={inbox} />
          </Stack>
        );
      }}
    </ReadingBody>
  );
}
