import type { Series } from '../api/views.ts';
import { figureNamed, isDefined } from '../figures/figure.ts';

const LAST = 13;

/**
 * A figure over the last data dates, as a share of what is good: an index as it is, an estimate of the budget. Figures
 * that have no such measure have no trend.
 */
export function trendOf(points: Series['points'], id: string): readonly (number | undefined)[] {
  return points.slice(-LAST).map(({ figures }) => {
    const figure = figureNamed(figures, id);
    if (!isDefined(figure)) return undefined;
    if (figure.unit === 'ratio') return Number(figure.value);
    const budget = figureNamed(figures, 'BAC')?.amount;
    return figure.unit === 'money' && figure.amount !== undefined && budget ? figure.amount / budget : undefined;
  });
}
