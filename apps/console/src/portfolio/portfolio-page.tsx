import { Grid, Group, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useAll } from '../api/readings.ts';
import type { EngagementLine } from '../api/views.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { t } from '../texts/t.ts';
import { queryOf } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { SinceLastVisit } from '../visits/since-last-visit.tsx';
import { arranged } from './arrange.ts';
import { Filters } from './filters.tsx';
import { NeedsYou } from './needs-you.tsx';
import { NoEngagement } from './no-engagement.tsx';
import { PortfolioCards } from './portfolio-cards.tsx';
import { PortfolioTable } from './portfolio-table.tsx';
import { Totals } from './totals.tsx';
import { type PlanTrend, trendsByPlan } from './trends.ts';
import { useView } from './use-view.ts';
import './portfolio.css';

const NARROW = '(max-width: 48em)';

/** All engagements: who needs somebody and why, then everything, as the address wants it. */
export function PortfolioPage() {
  const portfolio = useAll<EngagementLine>('portfolio');
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('portfolio.title')}
      </Title>
      <ReadingBody reading={portfolio} height={480}>
        {(lines) => (lines.length === 0 ? <NoEngagement /> : <Portfolio lines={lines} />)}
      </ReadingBody>
    </Stack>
  );
}

function Portfolio({ lines }: { readonly lines: readonly EngagementLine[] }) {
  const [search] = useView();
  const point = usePoint();
  const isNarrow = useMediaQuery(NARROW) ?? false;
  const trends = useAll<PlanTrend>('portfolio/trends');
  const byPlan = useMemo(() => trendsByPlan(trends.data ?? []), [trends.data]);
  const asOf = queryOf(point)['asOf'] ?? new Date().toISOString();
  const shown = arranged(lines, search, asOf);
  return (
    <Stack>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <NeedsYou lines={lines} asOf={asOf} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Totals lines={shown} />
        </Grid.Col>
      </Grid>
      <SinceLastVisit />
      <Filters lines={lines} isFolded={isNarrow} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" aria-live="polite">
          {shown.length === lines.length
            ? t('portfolio.summary', { count: lines.length })
            : t('portfolio.summaryOf', { count: shown.length, all: lines.length })}
        </Text>
      </Group>
      {trends.error && (
        <Text size="sm" className="tone-amber">
          {t('portfolio.noTrends')}
        </Text>
      )}
      {shown.length === 0 && <Text>{t('portfolio.noMatch')}</Text>}
      {shown.length > 0 &&
        (isNarrow ? (
          <PortfolioCards lines={shown} trends={byPlan} />
        ) : (
          <PortfolioTable lines={shown} trends={byPlan} asOf={asOf} />
        ))}
    </Stack>
  );
}
