import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { readFeed } from '../api/feed.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { t } from '../texts/t.ts';
import { EventsTable } from './events-table.tsx';
import type { GoTo } from './events-page.tsx';
import type { EventsSearch } from './search.ts';
import { Subscribe } from './subscribe-panel.tsx';
import { holding } from './tail.ts';

const PAGE = 100;

interface ReplayProps {
  readonly filter: Readonly<Record<string, string>>;
  readonly search: EventsSearch;
  readonly go: GoTo;
  readonly from: number;
}

/** The feed from a number on, in its own order: what a reader gets who begins there. */
export function Replay({ filter, search, go, from }: ReplayProps) {
  const pages = useInfiniteQuery({
    queryKey: ['feed-from', filter, from],
    initialPageParam: from - 1,
    queryFn: ({ pageParam }) => readFeed({ ...filter, after: String(pageParam), limit: String(PAGE) }),
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.feedsequence),
  });
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button variant="filled" onClick={() => go({ start: undefined })}>
          {t('events.toLive')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('events.replaying', { from })}
        </Text>
      </Group>
      <ReadingBody reading={{ ...pages, data: pages.data?.pages.flat() }} height={420}>
        {(events) => {
          const shown = holding(events, search.text);
          return (
            <>
              {shown.length === 0 ? (
                <Empty title={t('events.noneFrom', { from })}>{t('events.noneHelp')}</Empty>
              ) : (
                <EventsTable events={shown} open={search.event} engagement={search.engagement} />
              )}
              <MoreButton pages={pages} />
              <Subscribe search={search} after={from - 1} go={go} />
            </>
          );
        }}
      </ReadingBody>
    </Stack>
  );
}
