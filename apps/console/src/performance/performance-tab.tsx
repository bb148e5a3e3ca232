import { Grid, SimpleGrid, Stack, Text } from '@mantine/core';
import { useReading } from '../api/readings.ts';
import type { Evm } from '../api/views.ts';
import { FigureButton } from '../explain/figure-button.tsx';
import type { Figure } from '../figures/figure.ts';
import { FigureCard } from '../figures/figure-card.tsx';
import { Panel } from '../frame/panel.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { cardsOf, costForecasts, finishForecasts, type Forecast, otherFigures } from './cards.ts';
import { Curves } from './curves-panel.tsx';

/** Earned value and earned schedule: where it stands, how it came to be, where it will end. */
export function PerformanceTab({ plan }: { readonly plan: string }) {
  const evm = useReading<Evm>('evm', { plan });
  return (
    <Stack>
      <ReadingBody reading={evm} height={110}>
        {({ figures }) => <FigureCards figures={figures} plan={plan} />}
      </ReadingBody>
      <Curves plan={plan} />
      <ReadingBody reading={evm} height={420}>
        {({ figures, findings }) => (
          <Stack>
            <Grid>
              <Grid.Col span={{ base: 12, md: 6 }}>
                <Panel title={t('performance.costForecasts')}>
                  <Forecasts
                    caption={t('performance.costForecasts')}
                    against={t('performance.toBudget')}
                    forecasts={costForecasts(figures)}
                    plan={plan}
                  />
                </Panel>
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 6 }}>
                <Panel title={t('performance.finishForecasts')}>
                  <Forecasts
                    caption={t('performance.finishForecasts')}
                    against={t('performance.toBaseline')}
                    forecasts={finishForecasts(figures)}
                    plan={plan}
                  />
                </Panel>
              </Grid.Col>
            </Grid>
            <Panel title={t('performance.all')}>
              <FigureGrid figures={otherFigures(figures)} plan={plan} />
            </Panel>
            {findings.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('performance.findings', { count: findings.length })}:{' '}
                {[...new Set(findings.map(({ code }) => code.toLowerCase().replaceAll('_', ' ')))].join(', ')}
              </Text>
            )}
          </Stack>
        )}
      </ReadingBody>
    </Stack>
  );
}

interface FiguresProps {
  readonly figures: readonly Figure[];
  readonly plan: string;
}

/** The figures that people ask for first. */
export function FigureCards({ figures, plan }: FiguresProps) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
      {cardsOf(figures).map((card) => (
        <FigureCard key={card.figure.id} plan={plan} {...card} />
      ))}
    </SimpleGrid>
  );
}

function FigureGrid({ figures, plan }: FiguresProps) {
  return (
    <SimpleGrid component="dl" cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs" m={0}>
      {figures.map((figure) => (
        <div key={figure.id} className="pair">
          <Text component="dt" size="sm" c="dimmed">
            {figure.title}
          </Text>
          <Text component="dd" size="sm" fw={600} m={0}>
            <FigureButton figure={figure} plan={plan} />
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

interface ForecastsProps {
  readonly caption: string;
  readonly against: string;
  readonly forecasts: readonly Forecast[];
  readonly plan: string;
}

function Forecasts({ caption, against, forecasts, plan }: ForecastsProps) {
  return (
    <DataTable
      caption={caption}
      rows={forecasts}
      rowKey={({ figure }) => figure.id}
      columns={[
        { key: 'method', header: t('performance.method'), isName: true, cell: ({ method }) => method },
        {
          key: 'forecast',
          header: t('performance.forecast'),
          isNumber: true,
          cell: ({ figure }) => <FigureButton figure={figure} plan={plan} />,
        },
        { key: 'against', header: against, isNumber: true, cell: (forecast) => forecast.against ?? t('page.none') },
      ]}
    />
  );
}
