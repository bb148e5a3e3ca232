import { locale as readersLocale } from '../texts/locale.ts';
import { hasText, t, tCode } from '../texts/t.ts';

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

export const isDefined = (figure: Figure | undefined): figure is Figure =>
  figure !== undefined && figure.undefinedReason === undefined;

export const reasonOf = ({ undefinedReason = '' }: Figure): string => tCode('figure.none', undefinedReason);

/** How something is written: in the reader's own way, on the civil days of a zone. */
export interface Writing {
  readonly locale?: string;
  /** Whose civil days; UTC unless given. */
  readonly zone?: string;
}

/** Ratios that people know as parts of a hundred. */
const SHARES: ReadonlySet<string> = new Set(['PERCENT_COMPLETE', 'PERCENT_SPENT']);
const WHOLE_BP = 10_000;
const RATIO = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;

/** For people: money with its currency, ratios to two places, working time as days, dates as civil days. */
export function formatFigure(figure: Figure, writing: Writing = {}): string {
  if (!isDefined(figure)) return t('page.none');
  switch (figure.unit) {
    case 'money':
      return formatMoney(figure.amount ?? 0, figure.currency ?? '', writing.locale);
    case 'ratio':
      if (SHARES.has(figure.id)) return formatShare(Number(figure.value) * WHOLE_BP, writing.locale);
      return formatRatio(figure.value ?? '', writing.locale);
    case 'minutes':
      return formatMinutes(figure.minutes ?? 0, writing.locale);
    case 'instant':
      return formatDay(figure.at ?? '', writing);
  }
}

export const formatRatio = (value: number | string, locale = readersLocale): string =>
  new Intl.NumberFormat(locale, RATIO).format(Number(value));

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const CENTS_MATTER_BELOW = 10_000;

/** Whole minor units as people write them; cents are left out from ten thousand up. */
export function formatMoney(amount: number, currency: string, locale = readersLocale): string {
  const digits = digitsOf(currency);
  const value = amount / 10 ** digits;
  const shown = Math.abs(value) >= CENTS_MATTER_BELOW ? 0 : digits;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(value);
}

/** For axes and narrow cells: 1.8M instead of 1,800,000. */
export function formatMoneyShort(amount: number, currency: string, locale = readersLocale): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(amount / 10 ** digitsOf(currency));
}

const HOUR = 60;
const WORKING_DAY = 8 * HOUR;

/** Working minutes as days of eight hours and hours. */
export function formatMinutes(minutes: number, locale = readersLocale): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const [size, unit] =
    Math.abs(minutes) < WORKING_DAY ? ([HOUR, 'unit.hours'] as const) : ([WORKING_DAY, 'unit.days'] as const);
  return t(unit, { count: number.format(minutes / size).replace('-', '−') });
}

/** With its sign, so that more and less are told apart at a glance. */
export function formatSignedMinutes(minutes: number, locale = readersLocale): string {
  return `${minutes > 0 ? '+' : ''}${formatMinutes(minutes, locale)}`;
}

export function formatSignedMoney(amount: number, currency: string, locale = readersLocale): string {
  return `${amount > 0 ? '+' : ''}${formatMoney(amount, currency, locale)}`;
}

/** Basis points as a share of a hundred. */
export const formatShare = (bp: number, locale = readersLocale): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(bp / WHOLE_BP);

/** A share with its sign, to a tenth: how much more or less than another. */
export const formatSignedShare = (share: number, locale = readersLocale): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
    share,
  );

export const formatDay = (instant: string, writing: Writing = {}): string =>
  formatTime(instant, { dateStyle: 'medium' }, writing);

/** With its zone's name: nobody has to guess whose clock it was. */
export const formatMoment = (instant: string, writing: Writing = {}): string => formatTime(instant, MOMENT, writing);

const MOMENT = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

function formatTime(
  instant: string,
  how: Intl.DateTimeFormatOptions,
  { locale = readersLocale, zone = 'UTC' }: Writing,
): string {
  const at = new Date(instant);
  return isNaN(at.getTime()) ? t('page.none') : new Intl.DateTimeFormat(locale, { ...how, timeZone: zone }).format(at);
}

export const figureNamed = (figures: readonly Figure[], id: string): Figure | undefined =>
  figures.find((figure) => figure.id === id);

/** What a figure is called, in the reader's language; the server's words where it is newer than the console. */
export function titleOf({ id, title }: Pick<Figure, 'id' | 'title'>): string {
  const key = `figure.${id}`;
  return hasText(key) ? tCode('figure', id) : title;
}
