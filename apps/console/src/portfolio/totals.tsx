import { Stack, Text } from '@mantine/core';
import type { EngagementLine } from '../api/views.ts';
import { FigureButton } from '../explain/figure-button.tsx';
import type { Figure } from '../figures/figure.ts';
import { formatMoney, formatSignedShare } from '../figures/figure.ts';
import { Panel } from '../frame/panel.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { type Total, totalsOf } from './arrange.ts';

/** What is at stake, each currency by itself: never added up across them. Each sum opens into its parts. */
export function Totals({ lines }: { readonly lines: readonly EngagementLine[] }) {
  const totals = totalsOf(lines);
  return (
    <Panel title={t('portfolio.totals')}>
      {totals.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('portfolio.noTotals')}
        </Text>
      ) : (
        <Stack gap="xs">
          {totals.map((total) => (
            <TotalOf key={total.currency} total={total} />
          ))}
        </Stack>
      )}
    </Panel>
  );
}

function TotalOf({ total }: { readonly total: Total }) {
  const { currency, bac, eac, parts, without } = total;
  return (
    <details className="total">
      <summary>
        <Text span fw={600} size="sm">
          {formatMoney(eac, currency)}
        </Text>{' '}
        <Text span size="sm" c="dimmed">
          {t('portfolio.totalOf', {
            bac: formatMoney(bac, currency),
            share: bac ? formatSignedShare(eac / bac - 1) : '',
          })}
        </Text>
      </summary>
      <DataTable
        caption={t('portfolio.totalParts', { currency })}
        columns={columns}
        rows={parts}
        rowKey={({ plan }) => plan.planId}
      />
      {without > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('portfolio.without', { count: without })}
        </Text>
      )}
    </details>
  );
}

type Part = Total['parts'][number];

const money = (id: string, amount: number | undefined, currency: string): Figure => ({
  id,
  title: id,
  formulaVersion: 1,
  unit: 'money',
  amount: amount ?? 0,
  currency,
});

const columns: readonly Column<Part>[] = [
  { key: 'engagement', header: t('portfolio.engagement'), isName: true, cell: ({ line }) => line.title },
  {
    key: 'bac',
    header: 'BAC',
    isNumber: true,
    cell: ({ plan: { bac, currency, planId } }) => <FigureButton figure={money('BAC', bac, currency)} plan={planId} />,
  },
  {
    key: 'eac',
    header: 'EAC',
    isNumber: true,
    cell: ({ plan: { eac, currency, planId } }) => (
      <FigureButton figure={money('EAC_CPI', eac, currency)} plan={planId} />
    ),
  },
];
