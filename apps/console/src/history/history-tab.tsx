import '../actions/records.css';
import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tellProblem } from '../actions/notices.tsx';
import { useOpen, useOpened, withOpened } from '../actions/opened.ts';
import { usePages } from '../api/readings.ts';
import { formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { type Person, personText, usePeople } from '../session/people.ts';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { t } from '../texts/t.ts';
import { queryOf } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { EventDialog } from './event-dialog.tsx';
import { inWords } from './event-words.ts';
import { asCsv, saveFile, wholeTrail } from './export.ts';
import './history.css';
import { HistoryFilter } from './history-filter.tsx';
import { CorrectionLink, RecordHistory } from './record-history.tsx';
import { trailQuery } from './trail-query.ts';
import type { Entry, TrailPage } from './trail.ts';

/** Everything that was recorded about an engagement: who, when, for when, and why. */
export function HistoryTab({ engagement }: { readonly engagement: string }) {
  const opened = useOpened();
  const open = useOpen();
  const query = { engagement, ...trailQuery(opened) };
  const trail = usePages<TrailPage>('audit', { ...query, limit: '50' });
  const people = usePeople(engagement);
  const zone = useZone();
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <HistoryFilter people={people.data ?? []} />
        <Export query={query} />
      </Group>
      {opened.stream ? (
        <Stack gap="xs">
          <Group gap="xs">
            <Badge variant="default" radius="sm" tt="none">
              {opened.stream}
            </Badge>
            <Button size="compact-xs" variant="default" onClick={() => open({ stream: undefined })}>
              {t('history.everything')}
            </Button>
          </Group>
          <RecordHistory engagement={engagement} streams={[opened.stream]} />
        </Stack>
      ) : (
        <ReadingBody reading={{ ...trail, data: trail.data?.pages }} height={480}>
          {(pages) => {
            const entries = pages.flatMap(({ items }) => items);
            if (entries.length === 0) return <Empty title={t('tab.history')}>{t('history.empty')}</Empty>;
            return (
              <>
                <DataTable
                  caption={t('history.caption')}
                  columns={columnsFor(people.data ?? [], zone)}
                  rows={entries}
                  rowKey={({ event }) => event}
                />
                <MoreButton pages={trail} />
              </>
            );
          }}
        </ReadingBody>
      )}
      <EventDialog engagement={engagement} />
    </Stack>
  );
}

function Export({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const point = usePoint();
  const saving = useMutation({
    mutationFn: () => wholeTrail({ ...query, ...queryOf(point) }),
    onSuccess: (entries) => saveFile('history.csv', asCsv(entries)),
    onError: tellProblem,
  });
  return (
    <Button
      variant="default"
      className="no-print"
      leftSection={<IconDownload size={16} />}
      loading={saving.isPending}
      onClick={() => saving.mutate()}
    >
      {t('history.export')}
    </Button>
  );
}

function columnsFor(people: readonly Person[], zone: string): readonly Column<Entry>[] {
  return [
    {
      key: 'recorded',
      header: t('history.recorded'),
      isNumber: true,
      cell: ({ recorded }) => formatMoment(recorded, { zone }),
    },
    { key: 'what', header: t('history.what'), isName: true, minWidth: 220, cell: (entry) => <What entry={entry} /> },
    { key: 'actor', header: t('history.actor'), minWidth: 150, cell: ({ actor }) => personText(actor, people) },
    {
      key: 'effective',
      header: t('history.effective'),
      isNumber: true,
      cell: ({ effective }) => formatMoment(effective, { zone }),
    },
    { key: 'reason', header: t('history.reason'), minWidth: 160, cell: ({ reason }) => reason },
    {
      key: 'stream',
      header: t('history.stream'),
      minWidth: 130,
      cell: ({ stream, streamVersion }) => (
        <Anchor
          size="xs"
          className="no-wrap"
          title={stream}
          renderRoot={(props) => <Link to="." search={withOpened({ stream })} resetScroll={false} {...props} />}
        >
          {shortStream(stream)}, {streamVersion}
        </Anchor>
      ),
    },
  ];
}

/** As much of a stream's name as tells it apart: its kind and the end of its id. */
const shortStream = (stream: string): string => {
  const [kind = ''] = stream.split('-', 1);
  return `${kind} …${stream.slice(-6)}`;
};

function What({ entry: { event, type, corrects, correctedBy } }: { readonly entry: Entry }) {
  return (
    <Group gap="xs">
      <Link to="." search={withOpened({ event })} resetScroll={false} className="row-link">
        {inWords(type)}
      </Link>
      {corrects && <CorrectionLink event={corrects} label={t('history.correction')} />}
      {correctedBy && (
        <Text span>
          <CorrectionLink event={correctedBy} label={t('history.corrected')} />
        </Text>
      )}
    </Group>
  );
}
