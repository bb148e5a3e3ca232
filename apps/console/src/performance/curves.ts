import type { Series } from '../api/views.ts';
import { type Figure, figureNamed, isDefined } from '../figures/figure.ts';
import { t } from '../texts/t.ts';
import { isLate } from './cards.ts';

/** A line over time; `null` where there is no value. */
export interface Curve {
  readonly name: string;
  readonly look: 'planned' | 'earned' | 'actual' | 'time' | 'index' | 'faint';
  readonly points: readonly (readonly [at: string, value: number | null])[];
}

/** Planned value to the end of the baseline; earned value and actual cost up to the last status date. */
export function valueCurves({ points, planned }: Pick<Series, 'points' | 'planned'>): readonly Curve[] {
  const over = (id: string) => points.map(({ at, figures }) => [at, amountOf(figures, id)] as const);
  return [
    { name: t('performance.pv'), look: 'planned', points: planned.map(({ at, pv }) => [at, pv] as const) },
    { name: t('performance.ev'), look: 'earned', points: over('EV') },
    { name: t('performance.ac'), look: 'actual', points: over('AC') },
  ];
}

/** SPI(t) beside SPI; SPI turns grey once it says little. */
export function indexCurves({ points }: Pick<Series, 'points'>): readonly Curve[] {
  const firstLate = points.findIndex(({ figures }) => isLate(figures));
  const end = firstLate === -1 ? points.length : firstLate;
  const spi = points.map(({ at, figures }) => [at, ratioOf(figures, 'SPI')] as const);
  const curves: readonly Curve[] = [
    { name: 'SPI(t)', look: 'time', points: points.map(({ at, figures }) => [at, ratioOf(figures, 'SPI_T')]) },
    { name: 'SPI', look: 'index', points: spi.slice(0, end) },
    // One point is in both, so that the line does not break.
    {
      name: t('performance.spiTooLate'),
      look: 'faint',
      points: firstLate === -1 ? [] : spi.slice(Math.max(end - 1, 0)),
    },
  ];
  return curves.filter((curve) => curve.points.length > 0);
}

function amountOf(figures: readonly Figure[], id: string): number | null {
  return figureNamed(figures, id)?.amount ?? null;
}

function ratioOf(figures: readonly Figure[], id: string): number | null {
  const figure = figureNamed(figures, id);
  return isDefined(figure) ? Number(figure.value) : null;
}
