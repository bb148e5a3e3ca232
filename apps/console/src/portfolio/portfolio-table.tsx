import { type ReactNode, useMemo } from 'react';
import type { EngagementLine, PlanLine } from '../api/views.ts';
import { ZoneContext } from '../figures/zone.ts';
import { HealthCells } from '../health/health-cells.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { onRowKey } from '../tables/move-row.ts';
import { t, tCode } from '../texts/t.ts';
import { grouped } from './arrange.ts';
import {
  DataDateCell,
  DecisionsCell,
  EngagementName,
  EstimateCell,
  FinishCell,
  IndexCell,
  OpenCell,
  TrendCell,
} from './line-cells.tsx';
import { type ColumnKey, type Grouping, hiddenIn, nextSort, sortIn, SORTS } from './search.ts';
import type { Trends } from './trends.ts';
import { useView } from './use-view.ts';

interface PortfolioTableProps {
  readonly lines: readonly EngagementLine[];
  readonly trends: Trends;
  readonly asOf: string;
}

/** Every engagement in a line. Arrows move from line to line, Enter opens. */
export function PortfolioTable({ lines, trends, asOf }: PortfolioTableProps) {
  const [search, go] = useView();
  const sort = sortIn(search.sort);
  const columns = useMemo(() => columnsFor(trends, asOf), [trends, asOf]);
  const hidden = new Set<string>(hiddenIn(search.hide));
  const { group } = search;
  return (
    <div onKeyDown={onRowKey} role="presentation">
      <DataTable
        caption={t('portfolio.title')}
        columns={columns.filter(({ key }) => !hidden.has(key))}
        rows={lines}
        rowKey={({ engagementId }) => engagementId}
        {...(group && {
          groups: grouped(lines, group).map(({ key, lines: rows }) => ({
            key,
            title: groupTitle(group, key, rows.length),
            rows,
          })),
        })}
        sort={{
          ...sort,
          onSort: (wanted) => {
            const key = SORTS.find((each) => each === wanted);
            if (key) go({ sort: nextSort(sort, key) ?? '' });
          },
        }}
        around={({ zone }, cells) => <ZoneContext value={zone}>{cells}</ZoneContext>}
      />
    </div>
  );
}

function groupTitle(by: Grouping, key: string, count: number): string {
  const name = { client: key, state: tCode('state', key), health: tCode('colour', key) }[by];
  return t('portfolio.groupTitle', { name, count });
}

type Header = Pick<Column<EngagementLine>, 'isNumber' | 'minWidth' | 'isSortable' | 'isName'>;

function columnsFor(trends: Trends, asOf: string): readonly Column<EngagementLine>[] {
  const perPlan = (cell: (plan: PlanLine, line: EngagementLine) => ReactNode) =>
    function PerPlan(line: EngagementLine) {
      return line.plans.length === 0
        ? t('page.none')
        : line.plans.map((plan) => (
            <div key={plan.planId} className="plan-cell">
              {cell(plan, line)}
            </div>
          ));
    };
  const column = (key: ColumnKey, cell: (line: EngagementLine) => ReactNode, how: Header = {}) => ({
    key,
    header: t(`portfolio.column.${key}`),
    cell,
    ...how,
  });
  const number = { isNumber: true, isSortable: true } as const;
  return [
    {
      key: 'engagement',
      header: t('portfolio.engagement'),
      isName: true,
      isSortable: true,
      minWidth: 200,
      cell: (line) => <EngagementName line={line} />,
    },
    column('health', (line) => <HealthCells line={line} />),
    column(
      'trend',
      perPlan((plan, line) => <TrendCell line={line} plan={plan} trends={trends} />),
    ),
    column(
      'cpi',
      perPlan((plan, line) => <IndexCell line={line} plan={plan} id="CPI" />),
      number,
    ),
    column(
      'spiT',
      perPlan((plan, line) => <IndexCell line={line} plan={plan} id="SPI_T" />),
      number,
    ),
    column(
      'eac',
      perPlan((plan) => <EstimateCell plan={plan} />),
      { ...number, minWidth: 100 },
    ),
    column(
      'forecast',
      perPlan((plan) => <FinishCell plan={plan} />),
      { ...number, minWidth: 120 },
    ),
    column(
      'dataDate',
      perPlan((plan) => <DataDateCell plan={plan} asOf={asOf} />),
      number,
    ),
    column('open', (line) => <OpenCell line={line} />, { isSortable: true, minWidth: 96 }),
    column('decisions', (line) => <DecisionsCell line={line} />, { isSortable: true, minWidth: 100 }),
  ];
}
