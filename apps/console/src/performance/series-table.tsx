import { Link } from '@tanstack/react-router';
import type { Series } from '../api/views.ts';
import { type Figure, figureNamed, formatDay, formatFigure, titleOf } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';

const SHOWN = ['PV', 'EV', 'AC', 'CPI', 'SPI', 'SPI_T', 'EAC_CPI', 'EAC_T_ES_SPI_T'];
const HEADERS: Readonly<Record<string, string>> = {
  SPI_T: 'SPI(t)',
  EAC_CPI: 'EAC',
  EAC_T_ES_SPI_T: t('performance.earnedFinish'),
};

/** The curves as numbers, the newest first. Each leads to the page of its day, with its reason. */
export function SeriesTable({ series: { points, planId } }: { readonly series: Series }) {
  const zone = useZone();
  return (
    <DataTable
      caption={t('performance.asTable')}
      rows={points.toReversed()}
      rowKey={({ at }) => at}
      columns={[
        {
          key: 'at',
          header: t('performance.dataDate'),
          isName: true,
          cell: ({ at }) => <span className="no-wrap">{formatDay(at, { zone })}</span>,
        },
        ...SHOWN.map((id) => ({
          key: id,
          header: HEADERS[id] ?? id,
          isNumber: true,
          cell: ({ at, figures }: Series['points'][number]) => (
            <FigureThen figure={figureNamed(figures, id)} at={at} plan={planId} />
          ),
        })),
      ]}
    />
  );
}

interface FigureThenProps {
  readonly figure: Figure | undefined;
  readonly at: string;
  readonly plan: string;
}

const DAY = 10;

function FigureThen({ figure, at, plan }: FigureThenProps) {
  const zone = useZone();
  if (!figure) return t('page.none');
  const value = formatFigure(figure, { zone });
  return (
    <Link
      to="."
      search={(search) => ({ ...search, asOf: at.slice(0, DAY), why: figure.id, whyOf: plan })}
      className="figure-button"
      aria-label={t('why.open', { title: titleOf(figure), value })}
    >
      {value}
    </Link>
  );
}
