import type { Fact } from '../api/views.ts';
import { formatDay, formatMinutes, formatMoney, type Writing } from '../figures/figure.ts';
import { t } from '../texts/t.ts';

/** What a fact says, in few words. */
export function whatFactSays(
  { kind, amount, start, finish, done, remaining, effective }: Fact,
  currency: string,
  writing: Writing = {},
): string {
  switch (kind) {
    case 'cost':
      return formatMoney(amount ?? 0, currency, writing.locale);
    case 'baseline-line':
      return `${formatMoney(amount ?? 0, currency, writing.locale)}, ${t('fact.fromTo', {
        start: formatDay(start ?? '', writing),
        finish: formatDay(finish ?? '', writing),
      })}`;
    case 'progress':
      return t('fact.doneAndLeft', {
        done: formatMinutes(done ?? 0, writing.locale),
        remaining: formatMinutes(remaining ?? 0, writing.locale),
      });
    case 'data-date':
      return formatDay(effective, writing);
  }
}
