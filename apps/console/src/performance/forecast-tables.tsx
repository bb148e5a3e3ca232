import { Code, Grid, Text } from '@mantine/core';
import { FigureButton } from '../explain/figure-button.tsx';
import type { Figure } from '../figures/figure.ts';
import { Panel } from '../frame/panel.tsx';
import { DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { costForecasts, finishForecasts, type Forecast } from './forecasts.ts';

interface ForecastTablesProps {
  readonly figures: readonly Figure[];
  readonly plan: string;
}

/** Every method with what it supposes: forecasts disagree, and why they do is the point. */
export function ForecastTables({ figures, plan }: ForecastTablesProps) {
  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <Panel title={t('performance.costForecasts')}>
          <Forecasts
            caption={t('performance.costForecasts')}
            against={t('performance.toBudget')}
            forecasts={costForecasts(figures)}
            plan={plan}
          />
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 6 }}>
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
        {
          key: 'method',
          header: t('performance.method'),
          isName: true,
          minWidth: 180,
          cell: ({ method, formula }) => (
            <>
              <Text size="sm">{method}</Text>
              <Code fz="xs" className="formula">
                {formula}
              </Code>
            </>
          ),
        },
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
