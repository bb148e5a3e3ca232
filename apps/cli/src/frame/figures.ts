/** A figure as the API gives it: exactly one of these carries the value. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly formulaVersion: number;
  readonly unit: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly value?: string;
  readonly minutes?: number;
  readonly at?: string;
  readonly undefinedReason?: string;
}

const MINUTES_PER_HOUR = 60;

/** A figure's value in words; a figure that has none says why. */
export function valueOf(figure: Figure): string {
  if (figure.undefinedReason !== undefined) return `- (${figure.undefinedReason})`;
  if (figure.amount !== undefined) return money(figure.amount, figure.currency ?? '');
  if (figure.value !== undefined) return ratio(figure.value);
  if (figure.at !== undefined) return moment(figure.at);
  if (figure.minutes !== undefined) return hours(figure.minutes);
  return '-';
}

/** Minor units in the currency's own number of digits: 8612964 EUR is 86,129.64 EUR. */
export function money(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const number = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${number.format(minor / 10 ** digits)} ${currency}`.trimEnd();
}

function digitsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Ratios come with ten digits; people read four. */
export const ratio = (text: string): string => Number(text).toFixed(4);

/** An instant of UTC to the minute. */
export const moment = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}Z`;

export function hours(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = String(size % MINUTES_PER_HOUR).padStart(2, '0');
  return `${minutes < 0 ? '-' : ''}${Math.floor(size / MINUTES_PER_HOUR)}:${rest} h`;
}
