import { Anchor, Drawer, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FeedEvent } from '../api/feed.ts';
import { read } from '../api/request.ts';
import { CopyBlock } from '../code/copy-block.tsx';
import { formatMoment } from '../figures/figure.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { inWords } from '../history/event-words.ts';
import { personText, usePeople } from '../session/people.ts';
import { t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';
import type { GoTo } from './events-page.tsx';

interface WholeEvent extends FeedEvent {
  readonly dataversion: number;
  readonly causationid: string;
}

/** One event as it travels, with what its times mean. Esc closes it. */
export function EventDrawer({ event, go }: { readonly event: string | undefined; readonly go: GoTo }) {
  const found = useQuery({
    queryKey: ['feed-event', event],
    queryFn: () => read<WholeEvent>(`/api/v1/events/${event}`),
    enabled: event !== undefined,
    staleTime: Infinity, // an event never changes
  });
  return (
    <Drawer
      opened={event !== undefined}
      onClose={() => go({ event: undefined })}
      position="right"
      size="lg"
      title={t('events.one')}
      closeButtonProps={{ 'aria-label': t('events.close') }}
    >
      {event && (
        <ReadingBody reading={found} height={420}>
          {(whole) => <Whole event={whole} />}
        </ReadingBody>
      )}
    </Drawer>
  );
}

function Whole({ event }: { readonly event: WholeEvent }) {
  const { type, dataversion, time, effective, actor, reason, corrects, engagementid, feedsequence } = event;
  const people = usePeople(engagementid);
  return (
    <Stack gap="md">
      <div>
        <Text fw={650}>{inWords(type)}</Text>
        <Anchor
          size="sm"
          ff="monospace"
          renderRoot={(props) => (
            <Link
              to="/events"
              search={(now: Record<string, unknown>) => ({
                ...onward(now),
                part: 'types' as const,
                type: `${type}/${dataversion}`,
              })}
              {...props}
            />
          )}
        >
          {type} {t('events.version', { version: dataversion })}
        </Anchor>
      </div>
      <dl className="pairs">
        <Pair name={t('events.effective')}>{formatMoment(effective)}</Pair>
        <Pair name={t('events.recorded')}>{formatMoment(time)}</Pair>
        <Pair name={t('events.actor')}>{personText(actor, people.data)}</Pair>
        {reason && <Pair name={t('events.reason')}>{reason}</Pair>}
        <Pair name={t('events.number')}>{feedsequence}</Pair>
        {corrects && (
          <Pair name={t('events.corrects')}>
            <EventLink event={corrects} />
          </Pair>
        )}
        {engagementid && (
          <Pair name={t('events.engagement')}>
            <Anchor
              renderRoot={(props) => (
                <Link to="/engagements/$engagement" params={{ engagement: engagementid }} search={onward} {...props} />
              )}
            >
              {t('events.toEngagement')}
            </Anchor>
          </Pair>
        )}
      </dl>
      <CopyBlock label={t('events.asSent')} text={JSON.stringify(event, undefined, 2)} maxHeight={520} />
    </Stack>
  );
}

function EventLink({ event }: { readonly event: string }) {
  return (
    <Anchor
      renderRoot={(props) => (
        <Link to="/events" search={(now: Record<string, unknown>) => ({ ...now, event })} {...props} />
      )}
    >
      {t('events.corrected')}
    </Anchor>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="pair">
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0}>
        {children}
      </Text>
    </div>
  );
}
