import type { ActivityContribution } from './views.ts';

/** Those first that cost or lag most: by the worse of their two variances. */
export function byTrouble(contributions: readonly ActivityContribution[]): readonly ActivityContribution[] {
  const worst = ({ pv, ev, ac }: ActivityContribution) => Math.min(ev - pv, ev - ac);
  return contributions.toSorted((a, b) => worst(a) - worst(b) || (a.code ?? '').localeCompare(b.code ?? ''));
}
