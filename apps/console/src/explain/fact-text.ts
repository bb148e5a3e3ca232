import type { Fact } from '../api/views.ts';
import { formatDay, formatMinutes, formatMoney } from '../figures/figure.ts';
import { t } from '../texts/t.ts';

/** What a fact says, in few words. */
export function whatFactSays(
  { kind, amount, start, finish, done, remaining, effective }: Fact,
  currency: string,
  locale?: string,
): string {
  switch (kind) {
    case 'cost':
      return formatMoney(amount ?? 0, currency, locale);
    case 'baseline-line':
      return `${formatMoney(amount ?? 0, currency, locale)}, ${t('fact.fromTo', {
        start: formatDay(start ?? '', locale),
        finish: formatDay(finish ?? '', locale),
      })}`;
    case 'progress':
      return t('fact.doneAndLeft', {
        done: formatMinutes(done ?? 0, locale),
        remaining: formatMinutes(remaining ?? 0, locale),
      });
    case 'data-date':
      return formatDay(effective, locale);
  }
}
