import { Stack, Text, Title } from '@mantine/core';
import { PageProblem } from '../frame/page-problem.tsx';
import { t } from '../texts/t.ts';
import { LagTable } from './lag-table.tsx';
import { ParkedEvents } from './parked-events.tsx';
import { ServiceCards } from './service-cards.tsx';
import { useStandings } from './readings.ts';
import { lagsOf } from './standing.ts';

/** Whether everything runs, how far each service is behind the others, and what waits for somebody to decide. */
export function SystemPage() {
  const standings = useStandings();
  return (
    <Stack>
      <div>
        <Title order={1} size="h2">
          {t('system.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('system.about')}
        </Text>
      </div>
      <ServiceCards standings={standings.data} />
      {standings.error && <PageProblem title={t('system.noStandings')} error={standings.error} />}
      <LagTable lags={lagsOf(standings.data)} />
      <ParkedEvents />
    </Stack>
  );
}
