import { add, divide, multiply, type Ratio, ratio, roundHalfEven, subtract, whole } from '@bw/kernel';
import type { UndefinedReason } from './performance.ts';

/** A number on its way through the formulas: exact, or the first reason why there is none. */
export type Exact = Ratio | UndefinedReason;

export function isDefined(value: Exact): value is Ratio {
  return typeof value !== 'string';
}

export function plus(a: Exact, b: Exact): Exact {
  return both(a, b, add);
}

export function minus(a: Exact, b: Exact): Exact {
  return both(a, b, subtract);
}

export function times(a: Exact, b: Exact): Exact {
  return both(a, b, multiply);
}

/** `a / b`, or the given reason where `b` is nothing. */
export function over(a: Exact, b: Exact, reason: UndefinedReason): Exact {
  return both(a, b, (x, y) => divide(x, y) ?? reason);
}

/** What is left over what it may take: an index that asks too much, or nothing, has no value. */
export function toComplete(left: Exact, available: Exact, exhausted: UndefinedReason): Exact {
  if (!isDefined(left) || !isDefined(available)) return over(left, available, exhausted);
  if (left.numerator === 0n) return available.numerator === 0n ? 'DONE' : whole(0);
  return available.numerator <= 0n ? exhausted : over(left, available, exhausted);
}

/** Rounded once, half to even. */
export function rounded(value: Ratio): number {
  return Number(roundHalfEven(value));
}

export function tenths(count: number): Exact {
  return ratio(count, 10) ?? whole(0);
}

function both(a: Exact, b: Exact, calculate: (a: Ratio, b: Ratio) => Exact): Exact {
  if (!isDefined(a)) return a;
  return isDefined(b) ? calculate(a, b) : b;
}
