import { Stack, Text } from '@mantine/core';
import { useReading } from '../api/readings.ts';
import type { Evm, Series } from '../api/views.ts';
import { Empty } from '../frame/empty.tsx';
import { Panel } from '../frame/panel.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { t, tCode } from '../texts/t.ts';
import { otherFigures } from './cards.ts';
import { ContributionsPanel } from './contributions-panel.tsx';
import { Curves } from './curves-panel.tsx';
import { FigureCards, FigureGrid } from './figure-cards.tsx';
import { ForecastTables } from './forecast-tables.tsx';
import { ThenAndNow } from './then-and-now.tsx';
import './performance.css';

/** Earned value and earned schedule: where it stands, how it came to be, where it will end. */
export function PerformanceTab({ plan }: { readonly plan: string }) {
  const evm = useReading<Evm>('evm', { plan });
  return (
    <ReadingBody reading={evm} height={640}>
      {(data) =>
        data.baselineId === undefined ? (
          <Empty title={t('performance.noBaseline')}>{t('performance.noBaselineHelp')}</Empty>
        ) : (
          <Performance evm={data} />
        )
      }
    </ReadingBody>
  );
}

function Performance({ evm: { planId, figures, findings } }: { readonly evm: Evm }) {
  const series = useReading<Series>('evm/series', { plan: planId });
  const codes = [...new Set(findings.map(({ code }) => tCode('finding', code)))];
  return (
    <Stack>
      <FigureCards figures={figures} plan={planId} points={series.data?.points} />
      <ReadingBody reading={series} height={780}>
        {(data) =>
          data.points.length === 0 && data.planned.length === 0 ? (
            <Empty title={t('performance.values')}>{t('performance.noSeries')}</Empty>
          ) : (
            <Curves series={data} figures={figures} />
          )
        }
      </ReadingBody>
      <ThenAndNow plan={planId} before={series.data?.points.at(-2)?.at} />
      <ForecastTables figures={figures} plan={planId} />
      <ContributionsPanel plan={planId} />
      <Panel title={t('performance.all')}>
        <FigureGrid figures={otherFigures(figures)} plan={planId} />
      </Panel>
      {findings.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('performance.findings', { count: findings.length })}: {codes.join(', ')}
        </Text>
      )}
    </Stack>
  );
}
