import { Button, CopyButton, Drawer, Group, Stack } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Waiting } from '../frame/reading-body.tsx';
import { t } from '../texts/t.ts';
import { useAskWhy } from './figure-button.tsx';
import { whyIn } from './why.ts';

const Answer = lazy(async () => ({ default: (await import('./answer.tsx')).Answer }));
const FinishAnswer = lazy(async () => ({ default: (await import('./finish-answer.tsx')).FinishAnswer }));

/** When the schedule ends: a figure of schedule runs, not of earned value. */
const FORECAST_FINISH = 'FORECAST_FINISH';
const HEIGHT = 420;

const route = getRouteApi('/frame');

/** Beside every page: why a figure is what it is, from its formula down to the events. Esc closes it. */
export function WhyDrawer() {
  const { why, whyOf, whyIn: activity } = route.useSearch({ select: (search) => whyIn({ ...search }) });
  const ask = useAskWhy();
  return (
    <Drawer
      opened={why !== undefined}
      onClose={() => ask()}
      position="right"
      size="lg"
      title={t('why.title')}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      {why && whyOf && (
        <Stack gap="lg">
          <Suspense fallback={<Waiting height={HEIGHT} />}>
            {why === FORECAST_FINISH ? (
              <FinishAnswer plan={whyOf} />
            ) : (
              <Answer key={whyOf} figure={why} plan={whyOf} activity={activity ?? ''} />
            )}
          </Suspense>
          <CopyLink />
        </Stack>
      )}
    </Drawer>
  );
}

/** The address holds the question and the point in time, so everybody who may see it sees the same answer. */
function CopyLink() {
  return (
    <Group className="no-print">
      <CopyButton value={location.href}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" leftSection={<IconLink size={14} />} onClick={copy}>
            {t(copied ? 'why.copied' : 'why.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
