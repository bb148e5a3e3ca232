import { Anchor, Badge, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { withOpened } from '../actions/opened.ts';
import { usePages } from '../api/readings.ts';
import { formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { type Person, personText, usePeople } from '../session/people.ts';
import { MoreButton } from '../tables/more-button.tsx';
import { t } from '../texts/t.ts';
import { changeText, tellingChanges } from './change-text.ts';
import { inWords } from './event-words.ts';
import './history.css';
import type { Change, Entry, TrailPage } from './trail.ts';

interface RecordHistoryProps {
  readonly engagement: string;
  /** Streams of the log that hold what happened to it: `risk-<id>`. */
  readonly streams: readonly string[];
  /** Only events that name this thing: an activity has no stream of its own, its plan has. */
  readonly about?: string;
}

/** How a record came to be as it is: each event with what it changed, who it was, and both times. */
export function RecordHistory({ engagement, streams, about }: RecordHistoryProps) {
  const trail = usePages<TrailPage>('audit', {
    engagement,
    stream: streams.join(','),
    ...(about && { about }),
    with: 'changes',
    limit: '50',
  });
  return (
    <section aria-label={t('history.ofThis')}>
      <Title order={3} size="h5" mb="xs">
        {t('history.ofThis')}
      </Title>
      <ReadingBody reading={{ ...trail, data: trail.data?.pages }} height={160}>
        {(pages) => {
          const entries = pages.flatMap(({ items }) => items);
          if (entries.length === 0) return <Text c="dimmed">{t('history.empty')}</Text>;
          return (
            <ol className="history">
              {entries.map((entry) => (
                <EntryItem key={entry.event} entry={entry} engagement={engagement} />
              ))}
            </ol>
          );
        }}
      </ReadingBody>
      <MoreButton pages={trail} />
    </section>
  );
}

interface EntryItemProps {
  readonly entry: Entry;
  readonly engagement: string;
}

function EntryItem({ entry, engagement }: EntryItemProps) {
  const zone = useZone();
  const people = usePeople(engagement);
  const { event, type, actor, recorded, effective, reason, changes = [], corrects, correctedBy } = entry;
  const isBackdated = effective.slice(0, 16) !== recorded.slice(0, 16);
  return (
    <li className={correctedBy ? 'history-item history-corrected' : 'history-item'}>
      <Group gap="xs">
        <Anchor
          size="sm"
          fw={600}
          renderRoot={(props) => <Link to="." search={withOpened({ event })} resetScroll={false} {...props} />}
        >
          {inWords(type)}
        </Anchor>
        {corrects && <CorrectionLink event={corrects} label={t('history.correction')} />}
        {correctedBy && <CorrectionLink event={correctedBy} label={t('history.corrected')} />}
      </Group>
      <Changes changes={tellingChanges(changes)} people={people.data ?? []} />
      {reason && (
        <Text size="sm" fs="italic">
          {reason}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {personText(actor, people.data)}, {formatMoment(recorded, { zone })}
        {isBackdated && `, ${t('history.trueAsOf', { at: formatMoment(effective, { zone }) })}`}
      </Text>
    </li>
  );
}

const FEW = 3;

/** What an event changed. All that a first one said is a long list: it opens on demand. */
function Changes({ changes, people }: { readonly changes: readonly Change[]; readonly people: readonly Person[] }) {
  const zone = useZone();
  const lines = changes.map((change) => (
    <Text key={change.field} size="sm">
      {changeText(change, { zone, who: (user) => personText(user, people) })}
    </Text>
  ));
  const isFirst = changes.length > FEW && changes.every(({ before }) => before === undefined);
  if (!isFirst) return lines;
  return (
    <details>
      <summary>{t('history.saidFirst', { count: changes.length })}</summary>
      {lines}
    </details>
  );
}

/** To the event that this one sets right, or that set this one right. */
export function CorrectionLink({ event, label }: { readonly event: string; readonly label: string }) {
  return (
    <Badge
      variant="outline"
      radius="sm"
      className="colour-amber"
      renderRoot={(props) => <Link to="." search={withOpened({ event })} resetScroll={false} {...props} />}
      style={{ cursor: 'pointer' }}
    >
      {label}
    </Badge>
  );
}
