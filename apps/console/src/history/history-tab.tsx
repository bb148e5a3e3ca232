import { Text } from '@mantine/core';
import { usePages } from '../api/readings.ts';
import type { Page, TrailEntry } from '../api/views.ts';
import { whoIs } from '../figures/actor.ts';
import { formatMoment } from '../figures/figure.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { t } from '../texts/t.ts';
import { inWords } from './event-words.ts';

/** Everything that was recorded about an engagement: who, when, for when, and why. */
export function HistoryTab({ engagement }: { readonly engagement: string }) {
  const trail = usePages<Page<TrailEntry>>('audit', { engagement, limit: '100' });
  return (
    <ReadingBody reading={{ ...trail, data: trail.data?.pages }}>
      {(pages) => {
        const entries = pages.flatMap(({ items }) => items);
        if (entries.length === 0) return <Empty title={t('tab.history')}>{t('history.empty')}</Empty>;
        return (
          <>
            <DataTable caption={t('history.caption')} columns={columns} rows={entries} rowKey={({ event }) => event} />
            <MoreButton pages={trail} />
          </>
        );
      }}
    </ReadingBody>
  );
}

const columns: readonly Column<TrailEntry>[] = [
  {
    key: 'recorded',
    header: t('history.recorded'),
    isNumber: true,
    cell: ({ recorded }) => formatMoment(recorded),
  },
  { key: 'what', header: t('history.what'), isName: true, minWidth: 200, cell: ({ type }) => inWords(type) },
  { key: 'actor', header: t('history.actor'), minWidth: 130, cell: ({ actor }) => whoIs(actor) },
  {
    key: 'effective',
    header: t('history.effective'),
    isNumber: true,
    cell: ({ effective }) => formatMoment(effective),
  },
  { key: 'reason', header: t('history.reason'), minWidth: 140, cell: ({ reason }) => reason },
  {
    key: 'event',
    header: t('history.event'),
    minWidth: 300,
    cell: ({ event, source, position, corrects }) => (
      <Text size="xs" c="dimmed" className="event-id">
        {event} · {source}:{position}
        {corrects && <> · {t('history.corrects', { event: corrects })}</>}
      </Text>
    ),
  },
];
