import { Drawer } from '@mantine/core';
import { t } from '../texts/t.ts';
import { EventDialog } from './event-dialog.tsx';
import { RecordHistory } from './record-history.tsx';

interface HistoryDrawerProps {
  readonly engagement: string;
  /** Streams of the log that hold what happened to the record: `plan-<id>`, `prog-<activity id>`. */
  readonly streams: readonly string[];
  /** Of those streams only the events that name this id. */
  readonly about?: string;
  /** What it is called. */
  readonly title: string;
  readonly onClose: () => void;
}

/** Beside any record: how it came to be as it is, straight from the log. */
export function HistoryDrawer({ engagement, streams, about, title, onClose }: HistoryDrawerProps) {
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('history.of', { title })}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      <RecordHistory engagement={engagement} streams={streams} {...(about && { about })} />
      <EventDialog engagement={engagement} />
    </Drawer>
  );
}
