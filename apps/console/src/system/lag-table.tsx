import { Panel } from '../frame/panel.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t, tCode } from '../texts/t.ts';
import type { Lag } from './standing.ts';
import { formatWhole } from './whole.ts';

/** How far each consumer is behind each log that it listens to. */
export function LagTable({ lags }: { readonly lags: readonly Lag[] }) {
  if (lags.length === 0) return null;
  return (
    <Panel title={t('system.lags')}>
      <DataTable
        caption={t('system.lags')}
        columns={columns}
        rows={lags}
        rowKey={({ service, source }) => `${service}/${source}`}
      />
    </Panel>
  );
}

const columns: readonly Column<Lag>[] = [
  { key: 'service', header: t('system.consumer'), isName: true, cell: ({ service }) => tCode('service', service) },
  { key: 'source', header: t('system.source'), cell: ({ source }) => tCode('service', source) },
  { key: 'position', header: t('system.position'), isNumber: true, cell: ({ position }) => formatWhole(position) },
  {
    key: 'behind',
    header: t('system.behind'),
    isNumber: true,
    cell: ({ behind }) => (behind === 0 ? t('system.caughtUp') : formatWhole(behind)),
  },
];
