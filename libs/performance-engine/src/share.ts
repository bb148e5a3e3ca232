import { ratio, roundHalfEven } from '@bw/kernel';

/** `amount` times `part / whole`, not yet rounded. */
export interface Portion {
  readonly amount: number;
  readonly part: number;
  readonly whole: number;
}

/** Parts of an activity's budget that belong together: they are rounded once, as one. */
export type Value = readonly Portion[];

export const NOTHING: Value = [];

/** Millionths of a minor unit: fine enough that a sum over thousands of activities is right to far below a cent. */
export const MICRO = 1_000_000;

/** In whole minor units, half to even: the one rounding of money, at the activity. What is published, and sums up. */
export function minor(value: Value): number {
  const [only, ...others] = value.filter(({ amount, part }) => amount !== 0 && part !== 0);
  if (!only) return 0;
  if (others.every(isWhole)) return others.reduce((sum, { amount }) => sum + amount, simple(only));
  if (isWhole(only)) return only.amount + minor(others);
  return Number(scaled(value, 1));
}

/**
 * In millionths of a minor unit: what indices and forecasts are made of. From whole minor units they would be some
 * cents off the published results: an estimate at completion multiplies the rounding of what was earned.
 */
export function micro(value: Value): bigint {
  return scaled(value, MICRO);
}

function isWhole({ part, whole }: Portion): boolean {
  return part === whole;
}

function simple({ amount, part, whole }: Portion): number {
  if (part === whole) return amount;
  const product = amount * part;
  if (!Number.isSafeInteger(product) || product < 0) return Number(scaled([{ amount, part, whole }], 1));
  const rest = product % whole;
  const floor = (product - rest) / whole;
  return 2 * rest < whole || (2 * rest === whole && floor % 2 === 0) ? floor : floor + 1;
}

function scaled(value: Value, scale: number): bigint {
  let [numerator, denominator] = [0n, 1n];
  for (const { amount, part, whole } of value) {
    if (amount === 0 || part === 0) continue;
    const [n, d] = part === whole ? [BigInt(amount), 1n] : [BigInt(amount) * BigInt(part), BigInt(whole)];
    [numerator, denominator] = [numerator * d + n * denominator, denominator * d];
  }
  const exact = ratio(numerator * BigInt(scale), denominator);
  return exact ? roundHalfEven(exact) : 0n;
}
