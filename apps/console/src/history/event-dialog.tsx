import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useOpen, useOpened } from '../actions/opened.ts';
import { read } from '../api/request.ts';
import { formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { personText, usePeople } from '../session/people.ts';
import { t } from '../texts/t.ts';
import { changeText, tellingChanges } from './change-text.ts';
import { inWords } from './event-words.ts';
import { CorrectionLink } from './record-history.tsx';
import type { Entry } from './trail.ts';

/** The event that the address names: what it changed, both times, and how it stands in the log. */
export function EventDialog({ engagement }: { readonly engagement?: string }) {
  const { event } = useOpened();
  const open = useOpen();
  if (!event) return null;
  return (
    <Modal
      opened
      onClose={() => open({ event: undefined })}
      size="xl"
      title={t('history.event')}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      <EventParts key={event} event={event} engagement={engagement} />
    </Modal>
  );
}

interface EventPartsProps {
  readonly event: string;
  readonly engagement: string | undefined;
}

/** What an event says never changes: no point in time is asked for. */
function EventParts({ event, engagement }: EventPartsProps) {
  const open = useOpen();
  const entry = useQuery({ queryKey: ['audit', event], queryFn: () => read<Entry>(`/api/v1/audit/${event}`) });
  const raw = useQuery({ queryKey: ['events', event], queryFn: () => read<object>(`/api/v1/events/${event}`) });
  return (
    <ReadingBody reading={entry} height={320}>
      {(told) => (
        <Stack>
          <EventFacts entry={told} engagement={engagement} />
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => open({ event: undefined, stream: told.stream })}>
              {t('history.onlyThis')}
            </Button>
          </Group>
          <ReadingBody reading={raw} height={240}>
            {(json) => <Raw text={JSON.stringify(json, null, 2)} />}
          </ReadingBody>
        </Stack>
      )}
    </ReadingBody>
  );
}

function EventFacts({ entry, engagement }: { readonly entry: Entry; readonly engagement: string | undefined }) {
  const zone = useZone();
  const people = usePeople(engagement);
  const { type, actor, effective, recorded, reason, corrects, correctedBy, source, position, replayed } = entry;
  const facts: readonly (readonly [label: string, text: string])[] = [
    [t('history.actor'), personText(actor, people.data)],
    [t('history.effective'), formatMoment(effective, { zone })],
    [t('history.recorded'), formatMoment(recorded, { zone }) + (replayed ? `, ${t('history.replayed')}` : '')],
    ...(reason ? [[t('history.reason'), reason] as const] : []),
    [t('history.position'), `${source}:${position}`],
  ];
  return (
    <>
      <Group gap="xs">
        <Text fw={650}>{inWords(type)}</Text>
        {corrects && <CorrectionLink event={corrects} label={t('history.correction')} />}
        {correctedBy && <CorrectionLink event={correctedBy} label={t('history.corrected')} />}
      </Group>
      <div>
        {tellingChanges(entry.changes).map((change) => (
          <Text key={change.field} size="sm">
            {changeText(change, { zone, who: (user) => personText(user, people.data) })}
          </Text>
        ))}
      </div>
      <dl className="pairs">
        {facts.map(([label, text]) => (
          <div key={label} className="pair">
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" size="sm" m={0} className="event-id">
              {text}
            </Text>
          </div>
        ))}
      </dl>
    </>
  );
}

function Raw({ text }: { readonly text: string }) {
  return (
    <section aria-label={t('history.raw')}>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          {t('history.raw')}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy}>
              {t(copied ? 'history.copied' : 'history.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      {/* A box that scrolls must be reachable by keyboard. */}
      <pre className="raw-event" tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}
