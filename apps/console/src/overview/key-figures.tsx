import { Text } from '@mantine/core';
import { useReading } from '../api/readings.ts';
import type { AtPoint, KeyFigure } from '../api/views.ts';
import { FigureButton } from '../explain/figure-button.tsx';
import { formatRatio, titleOf } from '../figures/figure.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t, tCode } from '../texts/t.ts';

interface KeyFigures extends AtPoint {
  readonly items: readonly KeyFigure[];
}

/** What was agreed about key figures, and how they stood when last measured. */
export function KeyFigures({ engagement }: { readonly engagement: string }) {
  const kpis = useReading<KeyFigures>('kpis', { engagement });
  return (
    <ReadingBody reading={kpis} height={120}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('overview.noKpis')}
          </Text>
        ) : (
          <DataTable
            caption={t('overview.kpis')}
            columns={columns}
            rows={items}
            rowKey={({ kpi, planId = '' }) => `${kpi} ${planId}`}
          />
        )
      }
    </ReadingBody>
  );
}

const TONES: Readonly<Record<string, string>> = { met: 'tone-green', watch: 'tone-amber', breached: 'tone-red' };

const columns: readonly Column<KeyFigure>[] = [
  {
    key: 'kpi',
    header: t('overview.kpi'),
    isName: true,
    cell: ({ kpi, title, figure }) => (
      <>
        <Text span c="dimmed" size="sm">
          {kpi}
        </Text>{' '}
        {titleOf({ id: figure ?? kpi, title: title ?? '' })}
      </>
    ),
  },
  { key: 'value', header: t('overview.value'), isNumber: true, cell: (kpi) => <Value kpi={kpi} /> },
  { key: 'target', header: t('overview.target'), isNumber: true, cell: ({ target }) => formatRatio(target) },
  {
    key: 'threshold',
    header: t('overview.threshold'),
    isNumber: true,
    cell: ({ threshold }) => formatRatio(threshold),
  },
  {
    key: 'status',
    header: t('overview.status'),
    cell: ({ status }) => <span className={TONES[status]}>{tCode('kpi', status)}</span>,
  },
];

function Value({
  kpi: { figure, planId, title = '', formulaVersion, value, undefinedReason },
}: {
  readonly kpi: KeyFigure;
}) {
  if (!figure || !planId) return t('page.none');
  return (
    <FigureButton figure={{ id: figure, title, formulaVersion, unit: 'ratio', value, undefinedReason }} plan={planId} />
  );
}
