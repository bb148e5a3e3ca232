import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FeedEvent } from '../api/feed.ts';
import { formatMoment } from '../figures/figure.ts';
import { inWords } from '../history/event-words.ts';
import { type Person, personText, usePeople } from '../session/people.ts';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';

interface EventsTableProps {
  readonly events: readonly FeedEvent[];
  /** Id of the one that is open. */
  readonly open: string | undefined;
  /** The engagement that the page is narrowed to: there people are known as what they are. */
  readonly engagement: string | undefined;
}

/** Events with both of their times; each opens as it is. */
export function EventsTable({ events, open, engagement }: EventsTableProps) {
  const people = usePeople(engagement);
  return (
    <DataTable
      caption={t('events.caption')}
      columns={columnsFor(open, people.data)}
      rows={events}
      rowKey={({ id }) => id}
      maxHeight="calc(100dvh - 260px)"
    />
  );
}

const columnsFor = (open: string | undefined, people: readonly Person[] | undefined): readonly Column<FeedEvent>[] => [
  { key: 'number', header: t('events.number'), isNumber: true, cell: ({ feedsequence }) => feedsequence },
  {
    key: 'what',
    header: t('events.what'),
    isName: true,
    minWidth: 210,
    cell: ({ id, type, corrects }) => (
      <>
        <Anchor
          size="sm"
          fw={id === open ? 700 : 600}
          renderRoot={(props) => (
            <Link
              to="/events"
              resetScroll={false}
              search={(now: Record<string, unknown>) => ({ ...now, event: id })}
              aria-current={id === open || undefined}
              {...props}
            />
          )}
        >
          {inWords(type)}
        </Anchor>
        <Text size="xs" c="dimmed" ff="monospace" dir="ltr">
          {type}
          {corrects && ` · ${t('events.correction')}`}
        </Text>
      </>
    ),
  },
  { key: 'recorded', header: t('events.recorded'), isNumber: true, cell: ({ time }) => formatMoment(time) },
  { key: 'effective', header: t('events.effective'), isNumber: true, cell: ({ effective }) => formatMoment(effective) },
  { key: 'actor', header: t('events.actor'), minWidth: 120, cell: ({ actor }) => personText(actor, people) },
  {
    key: 'subject',
    header: t('events.subject'),
    minWidth: 180,
    cell: ({ subject }) => (
      <Text size="xs" c="dimmed" ff="monospace" className="event-id" dir="ltr">
        {subject}
      </Text>
    ),
  },
];
