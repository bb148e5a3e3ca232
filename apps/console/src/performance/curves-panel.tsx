import { Grid, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Series } from '../api/views.ts';
import { LineChart } from '../charts/line-chart.tsx';
import { type Figure, formatDay, formatMinutes, formatMoneyShort, formatRatio } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { Panel } from '../frame/panel.tsx';
import { t } from '../texts/t.ts';
import { indexCurves, scheduleCurves, valueCurves } from './curves.ts';
import { forecastRange } from './forecast-range.ts';
import { SeriesTable } from './series-table.tsx';

interface CurvesProps {
  readonly series: Series;
  /** The figures at the point: where the forecast begins. */
  readonly figures: readonly Figure[];
}

const asIndex = (value: number) => formatRatio(value);
const asDays = (days: number) => formatMinutes(days * WORKING_DAY);
const WORKING_DAY = 480;

/** How the figures went from data date to data date, where they are heading, drawn and as a table. */
export function Curves({ series, figures }: CurvesProps) {
  const { currency, evaluatedAt, dataDate } = series;
  const zone = useZone();
  const range = useMemo(
    () => forecastRange(figures, series, dataDate && evaluatedAt),
    [figures, series, dataDate, evaluatedAt],
  );
  const values = useMemo(() => [...valueCurves(series), ...(range ? [range.curve] : [])], [series, range]);
  const indices = useMemo(() => indexCurves(series), [series]);
  const times = useMemo(() => scheduleCurves(series), [series]);
  const asMoney = useMemo(() => (amount: number) => formatMoneyShort(amount, currency), [currency]);
  const moment = useMemo(
    () =>
      dataDate
        ? { at: evaluatedAt, label: t('performance.dataDateMark', { day: formatDay(evaluatedAt, { zone }) }) }
        : undefined,
    [dataDate, evaluatedAt, zone],
  );
  return (
    <Stack>
      <Panel title={t('performance.values')}>
        <LineChart
          label={t('performance.values')}
          curves={values}
          format={asMoney}
          band={range?.band}
          moment={moment}
        />
        {range && (
          <Text size="xs" c="dimmed">
            {t('performance.rangeNote')}
          </Text>
        )}
      </Panel>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Panel title={t('performance.earnedSchedule')}>
            <LineChart label={t('performance.earnedSchedule')} curves={times} format={asDays} />
            <Text size="xs" c="dimmed">
              {t('performance.earnedScheduleNote')}
            </Text>
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
