/** A figure as readings give it. Money is whole minor units, ratios are decimal texts, times are instants of UTC. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly formulaVersion: number;
  readonly unit: 'money' | 'ratio' | 'minutes' | 'instant';
  readonly amount?: number;
  readonly currency?: string;
  readonly value?: string;
  readonly minutes?: number;
  readonly at?: string;
  readonly undefinedReason?: string;
}

/** Why a figure has no value, in words. */
const REASONS: Readonly<Record<string, string>> = {
  NO_BASELINE: 'no approved baseline yet',
  NO_BUDGET: 'the baseline has no budget',
  NO_PLAN_YET: 'nothing was planned by then',
  NO_COST_YET: 'no cost recorded by then',
  NOT_STARTED: 'the project had not begun',
  NOTHING_EARNED_YET: 'nothing was earned by then',
  PLANNED_TIME_PASSED: 'the planned time has passed',
  BUDGET_SPENT: 'the budget is spent already',
  DONE: 'everything is done',
  TOO_FAR: 'too far away to be meant',
};

export const isDefined = (figure: Figure | undefined): figure is Figure =>
  figure !== undefined && figure.undefinedReason === undefined;

export const reasonOf = ({ undefinedReason = '' }: Figure): string =>
  REASONS[undefinedReason] ?? undefinedReason.toLowerCase().replaceAll('_', ' ');

/** For people, in their own locale: money with its currency, ratios to two places, days as days. */
export function formatFigure(figure: Figure, locale?: string): string {
  if (!isDefined(figure)) return '–';
  switch (figure.unit) {
    case 'money':
      return formatMoney(figure.amount ?? 0, figure.currency ?? '', locale);
    case 'ratio':
      return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
        Number(figure.value),
      );
    case 'minutes':
      return formatMinutes(figure.minutes ?? 0, locale);
    case 'instant':
      return formatDay(figure.at ?? '', locale);
  }
}

/** Whole minor units as people write them; cents are left out from ten thousand up. */
export function formatMoney(amount: number, currency: string, locale?: string): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const value = amount / 10 ** digits;
  const shown = Math.abs(value) >= 10_000 ? 0 : digits;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(value);
}

/** For axes: 1.8M instead of 1,800,000. */
export function formatMoneyShort(amount: number, currency: string, locale?: string): string {
  const plain = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = plain.resolvedOptions().maximumFractionDigits ?? 2;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(amount / 10 ** digits);
}

const HOUR = 60;
const WORKING_DAY = 8 * HOUR;

/** Working minutes as days of eight hours and hours. */
export function formatMinutes(minutes: number, locale?: string): string {
  const sign = minutes < 0 ? '−' : '';
  const size = Math.abs(minutes);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  if (size < WORKING_DAY) return `${sign}${number.format(size / HOUR)} h`;
  return `${sign}${number.format(size / WORKING_DAY)} d`;
}

const WHOLE_BP = 10_000;

/** Basis points as a share of a hundred. */
export const formatShare = (bp: number, locale?: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(bp / WHOLE_BP);

export function formatDay(instant: string, locale?: string): string {
  const at = new Date(instant);
  return isNaN(at.getTime()) ? '–' : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
}

export function formatMoment(instant: string, locale?: string): string {
  const at = new Date(instant);
  return isNaN(at.getTime())
    ? '–'
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

export const figureNamed = (figures: readonly Figure[], id: string): Figure | undefined =>
  figures.find((figure) => figure.id === id);
