/** Whole minor units of a currency: 1250 USD is twelve dollars fifty. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

/** ISO 4217 code. */
export type Currency = string;

const OTHER_DIGITS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  KWD: 3,
  BHD: 3,
  JOD: 3,
  OMR: 3,
  TND: 3,
};

/** How many decimals people write in this currency: two but for a few. */
export function minorDigits(currency: Currency): number {
  return OTHER_DIGITS[currency] ?? 2;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** A decimal text in whole minor units; `undefined` where it is no number or has more decimals than the currency. */
export function minorUnits(text: string, currency: Currency): number | undefined {
  const [, sign, units = '', decimals = ''] = DECIMAL.exec(text.trim()) ?? [];
  if (units === '') return undefined;
  const digits = minorDigits(currency);
  const kept = decimals.replace(/0+$/, '');
  if (kept.length > digits) return undefined;
  const amount = Number(units + kept.padEnd(digits, '0'));
  if (!Number.isSafeInteger(amount)) return undefined;
  return sign === '-' && amount !== 0 ? -amount : amount;
}
