import type { Series } from '../api/views.ts';
import type { Curve } from '../charts/curve.ts';
import { type Figure, figureNamed, isDefined } from '../figures/figure.ts';
import { t } from '../texts/t.ts';
import { isLate } from './cards.ts';

type Points = Pick<Series, 'points'>;

/** Planned value to the end of the baseline; earned value and actual cost up to the last data date. */
export function valueCurves({ points, planned }: Pick<Series, 'points' | 'planned'>): readonly Curve[] {
  const over = (id: string) => points.map(({ at, figures }) => [at, amountOf(figures, id)] as const);
  return [
    { name: t('figure.PV'), look: 'planned', points: planned.map(({ at, pv }) => [at, pv] as const) },
    { name: t('figure.EV'), look: 'earned', points: over('EV') },
    { name: t('figure.AC'), look: 'actual', points: over('AC') },
  ];
}

/** SPI(t) and CPI beside SPI, which turns grey once it says little. */
export function indexCurves({ points }: Points): readonly Curve[] {
  const firstLate = points.findIndex(({ figures }) => isLate(figures));
  const end = firstLate === -1 ? points.length : firstLate;
  const over = (id: string) => points.map(({ at, figures }) => [at, ratioOf(figures, id)] as const);
  const spi = over('SPI');
  const curves: readonly Curve[] = [
    { name: 'SPI(t)', look: 'time', points: over('SPI_T') },
    { name: 'CPI', look: 'actual', points: over('CPI') },
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

const WORKING_DAY = 480;

/** Working days since project start: how much has passed, and how much of the plan was earned by then. */
export function scheduleCurves({ points }: Points): readonly Curve[] {
  const over = (id: string) => points.map(({ at, figures }) => [at, daysOf(figures, id)] as const);
  return [
    { name: t('figure.AT'), look: 'planned', points: over('AT') },
    { name: t('figure.ES'), look: 'time', points: over('ES') },
  ];
}

function amountOf(figures: readonly Figure[], id: string): number | null {
  return figureNamed(figures, id)?.amount ?? null;
}

function daysOf(figures: readonly Figure[], id: string): number | null {
  const minutes = figureNamed(figures, id)?.minutes;
  return minutes === undefined ? null : minutes / WORKING_DAY;
}

function ratioOf(figures: readonly Figure[], id: string): number | null {
  const figure = figureNamed(figures, id);
  return isDefined(figure) ? Number(figure.value) : null;
}
