import { formatSignedMinutes, formatSignedMoney, titleOf } from '../figures/figure.ts';
import { locale as readersLocale } from '../texts/locale.ts';
import type { RestatedActivity, RestatedFigure } from './views.ts';

/** What people compare first; the others follow in their own order. */
const FIRST = ['CPI', 'SPI_T', 'EAC_CPI', 'EAC_T_ES_SPI_T', 'PV', 'EV', 'AC', 'BAC', 'PERCENT_COMPLETE', 'SV_T'];

/** Changed figures: those first that people ask for. */
export function inOrder(figures: readonly RestatedFigure[]): readonly RestatedFigure[] {
  const place = ({ id }: RestatedFigure) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return figures.toSorted((a, b) => place(a) - place(b));
}

export const isAskedFirst = ({ id }: RestatedFigure): boolean => FIRST.includes(id);

/** By how much it changed, with its sign; nothing where one of the two has no value. */
export function changeText({ amount, value, minutes, after }: RestatedFigure, locale?: string): string | undefined {
  if (amount !== undefined) return formatSignedMoney(amount, after.currency ?? '', locale);
  if (minutes !== undefined) return formatSignedMinutes(minutes, locale);
  if (value === undefined) return undefined;
  return formatDifference(Number(value), locale);
}

const COARSE = { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' } as const;
/** A change that two places would round away. */
const FINE = { minimumFractionDigits: 4, maximumFractionDigits: 4, signDisplay: 'exceptZero' } as const;
const VISIBLE = 0.005;

function formatDifference(difference: number, locale = readersLocale): string {
  const how = difference !== 0 && Math.abs(difference) < VISIBLE ? FINE : COARSE;
  return new Intl.NumberFormat(locale, how).format(difference).replace('-', '−');
}

export const changeTitle = ({ id, after }: RestatedFigure): string => titleOf({ id, title: after.title });

/** Activities with the largest share in the difference first. */
export function byShare(items: readonly RestatedActivity[]): readonly RestatedActivity[] {
  const size = ({ pv, ev, ac }: RestatedActivity) => Math.abs(ev) + Math.abs(ac) || Math.abs(pv);
  return items.filter(({ causes }) => causes.length > 0).toSorted((a, b) => size(b) - size(a));
}
