import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { Empty } from '../frame/empty.tsx';
import { PageProblem } from '../frame/page-problem.tsx';
import { Waiting } from '../frame/reading-body.tsx';
import { feedHead } from '../live/live.ts';
import { useStore } from '../live/store.ts';
import { t } from '../texts/t.ts';
import { isPast, queryOf } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { EventsTable } from './events-table.tsx';
import type { GoTo } from './events-page.tsx';
import { Filters } from './filters.tsx';
import { Replay } from './replay.tsx';
import type { EventsSearch } from './search.ts';
import { Subscribe } from './subscribe-panel.tsx';
import { holding } from './tail.ts';
import { useTail } from './use-tail.ts';

interface LivePartProps {
  readonly search: EventsSearch;
  readonly go: GoTo;
}

/** The feed: from its end and live, or played again from a number. */
export function LivePart({ search, go }: LivePartProps) {
  const point = usePoint();
  const filter = {
    ...(search.types && { types: search.types }),
    ...(search.engagement && { engagement: search.engagement }),
    ...queryOf(point),
  };
  return (
    <Stack gap="md">
      <Filters search={search} go={go} />
      {search.start === undefined ? (
        <Follow key={JSON.stringify(filter)} filter={filter} search={search} go={go} isPastPoint={isPast(point)} />
      ) : (
        <Replay filter={filter} search={search} go={go} from={search.start} />
      )}
    </Stack>
  );
}

interface FollowProps extends LivePartProps {
  readonly filter: Readonly<Record<string, string>>;
  readonly isPastPoint: boolean;
}

function Follow({ filter, search, go, isPastPoint }: FollowProps) {
  // What was known then does not change: there is nothing to follow.
  const [pausedAt, setPausedAt] = useState<number>();
  const isFollowing = pausedAt === undefined && !isPastPoint;
  const tail = useTail(filter, isFollowing);
  const head = useStore(feedHead) ?? 0;
  const waiting = pausedAt === undefined ? 0 : Math.max(0, head - pausedAt);
  if (tail.error !== undefined && tail.events === undefined)
    return (
      <Stack align="flex-start">
        <PageProblem title={t('page.failed')} error={tail.error} />
        <Button variant="default" onClick={tail.retry}>
          {t('page.retry')}
        </Button>
      </Stack>
    );
  if (!tail.events) return <Waiting height={420} />;

  const shown = holding(tail.events, search.text).toReversed();
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap="sm">
          {!isPastPoint && (
            <Button
              id="events-follow"
              variant={isFollowing ? 'default' : 'filled'}
              leftSection={isFollowing ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
              onClick={() => setPausedAt(isFollowing ? head : undefined)}
            >
              {t(isFollowing ? 'events.pause' : 'events.resume')}
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {isPastPoint
              ? t('events.then')
              : isFollowing
                ? t('events.following')
                : t('events.paused', { count: waiting })}
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          {t('events.shown', { shown: shown.length, loaded: tail.events.length })}
        </Text>
      </Group>
      {shown.length === 0 ? (
        <Empty title={t(tail.events.length === 0 ? 'events.none' : 'events.noneWithText')}>
          {t(isPastPoint ? 'events.noneThen' : 'events.noneHelp')}
        </Empty>
      ) : (
        <EventsTable events={shown} open={search.event} engagement={search.engagement} />
      )}
      {tail.hasOlder && (
        <Group>
          <Button variant="default" onClick={tail.showOlder}>
            {t('events.older')}
          </Button>
        </Group>
      )}
      <Subscribe search={search} after={tail.events.at(-1)?.feedsequence ?? 0} go={go} />
    </Stack>
  );
}
