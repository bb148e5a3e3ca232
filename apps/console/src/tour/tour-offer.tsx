import { Button, Group, Paper, Text } from '@mantine/core';
import { openPart } from '../frame/open-part.ts';
import { useStore } from '../live/store.ts';
import { t } from '../texts/t.ts';
import { noteTourSeen, tourSeen } from './tour-seen.ts';

/** Offers the tour to whoever is here for the first time. Stands in nobody's way. */
export function TourOffer() {
  if (useStore(tourSeen)) return null;
  return (
    <Paper withBorder px="md" py="xs" mb="md" className="no-print">
      <Group gap="sm" justify="space-between">
        <Text size="sm">{t('tour.offer')}</Text>
        <Group gap="xs">
          <Button size="compact-sm" onClick={() => openPart('tour')}>
            {t('frame.tour')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={noteTourSeen}>
            {t('tour.decline')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
