import { Stack, Tabs, Text, Title } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { t } from '../texts/t.ts';
import { EventDrawer } from './event-drawer.tsx';
import { LivePart } from './live-part.tsx';
import { EVENTS_PARTS, type EventsSearch, isEventsPart } from './search.ts';
import { TypesPart } from './types-part.tsx';

const route = getRouteApi('/frame/events');

export type GoTo = (change: EventsSearch) => void;

/** Everything that happens, as it happens; and what can happen, for those who build on it. */
export function EventsPage() {
  const search = route.useSearch();
  const { part = 'live' } = search;
  const navigate = useNavigate({ from: '/events' });
  const go: GoTo = (change) =>
    void navigate({
      to: '.',
      resetScroll: false,
      search: (now) => ({ ...now, ...change }),
    });
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          {t('events.title')}
        </Title>
        <Text c="dimmed" maw={820}>
          {t('events.about')}
        </Text>
      </div>
      <Tabs
        value={part}
        onChange={(next) => isEventsPart(next) && go({ part: next, text: undefined })}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('events.parts')} className="tab-list">
          {EVENTS_PARTS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`events.part.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part} pt="md">
          {part === 'live' ? <LivePart search={search} go={go} /> : <TypesPart search={search} go={go} />}
        </Tabs.Panel>
      </Tabs>
      <EventDrawer event={search.event} go={go} />
    </Stack>
  );
}
