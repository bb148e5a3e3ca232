const DAY = 480;
const HOUR = 60;

/** Working minutes of what somebody types: `3`, `2.5 d`, `4h`; a comma is as good as a point. Nothing for all else. */
export function workOf(text: string): number | undefined {
  const [, number = '', unit = ''] = /^\s*(\d+(?:[.,]\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  if (number === '') return undefined;
  const size = Number(number.replace(',', '.'));
  if (/^(d|t|days?|tage?)?$/i.test(unit)) return Math.round(size * DAY);
  return /^(h|std|hours?)$/i.test(unit) ? Math.round(size * HOUR) : undefined;
}

/** For a field: days, to a hundredth. */
export const workText = (minutes: number): string => String(Math.round((minutes / DAY) * 100) / 100);

/** Whole minor units of what somebody types in a currency; nothing where it is no amount. */
export function minorOf(text: string, currency: string): number | undefined {
  const number = Number(text.replace(',', '.').replaceAll(/\s/g, ''));
  if (text.trim() === '' || !Number.isFinite(number)) return undefined;
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  return Math.round(number * 10 ** (digits ?? 2));
}
