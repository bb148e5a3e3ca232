import { Grid, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useReading } from '../api/readings.ts';
import type { Series } from '../api/views.ts';
import { LineChart } from '../charts/line-chart.tsx';
import { FigureValue } from '../figures/figure-value.tsx';
import { figureNamed, formatDay, formatMoneyShort } from '../figures/figure.ts';
import { Empty } from '../frame/empty.tsx';
import { Panel } from '../frame/panel.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { indexCurves, valueCurves } from './curves.ts';

/** How the figures went from status date to status date, drawn and as a table. */
export function Curves({ plan }: { readonly plan: string }) {
  const series = useReading<Series>('evm/series', { plan });
  return (
    <ReadingBody reading={series} height={380}>
      {(data) =>
        data.points.length === 0 && data.planned.length === 0 ? (
          <Empty title={t('performance.values')}>{t('performance.noSeries')}</Empty>
        ) : (
          <Drawn series={data} />
        )
      }
    </ReadingBody>
  );
}

const asIndex = (value: number) => value.toFixed(2);

function Drawn({ series }: { readonly series: Series }) {
  const { currency } = series;
  const values = useMemo(() => valueCurves(series), [series]);
  const indices = useMemo(() => indexCurves(series), [series]);
  const asMoney = useMemo(() => (amount: number) => formatMoneyShort(amount, currency), [currency]);
  return (
    <Stack>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Panel title={t('performance.values')}>
            <LineChart label={t('performance.values')} curves={values} format={asMoney} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Panel title={t('performance.indices')}>
            <LineChart label={t('performance.indices')} curves={indices} format={asIndex} level={1} />
            <Text size="xs" c="dimmed">
              {t('performance.indicesNote')}
            </Text>
          </Panel>
        </Grid.Col>
      </Grid>
      <details>
        <summary>{t('performance.asTable')}</summary>
        <SeriesTable series={series} />
      </details>
    </Stack>
  );
}

const SHOWN = ['PV', 'EV', 'AC', 'CPI', 'SPI', 'SPI_T'];

function SeriesTable({ series: { points } }: { readonly series: Series }) {
  return (
    <DataTable
      caption={t('performance.values')}
      rows={points}
      rowKey={({ at }) => at}
      columns={[
        { key: 'at', header: t('performance.statusDate'), isName: true, cell: ({ at }) => formatDay(at) },
        ...SHOWN.map((id) => ({
          key: id,
          header: id === 'SPI_T' ? 'SPI(t)' : id,
          isNumber: true,
          cell: ({ figures }: Series['points'][number]) => <FigureValue figure={figureNamed(figures, id)} />,
        })),
      ]}
    />
  );
}
