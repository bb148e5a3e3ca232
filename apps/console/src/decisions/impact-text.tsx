import type { Approval } from '../api/views.ts';
import { formatDay, formatMoney } from '../figures/figure.ts';
import { t } from '../texts/t.ts';

/** What follows from a yes, in a line. */
export function ImpactText({ impact }: { readonly impact: Approval['impact'] }) {
  const { bac, currency, activities, start = '', finish = '' } = impact;
  return t('decisions.impact', {
    bac: formatMoney(bac, currency),
    activities,
    start: formatDay(start),
    finish: formatDay(finish),
  });
}
