/** An exact fraction; the sign stands in the numerator, the denominator is above zero. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

type Whole = bigint | number;

/** `undefined` where the denominator is zero: the caller says why (`NO_PLAN_YET`, `NO_COST_YET`, `DONE`). */
export function ratio(numerator: Whole, denominator: Whole): Ratio | undefined {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) return undefined;
  return reduce(d < 0n ? -n : n, d < 0n ? -d : d);
}

export function whole(value: Whole): Ratio {
  return { numerator: BigInt(value), denominator: 1n };
}

export function add(a: Ratio, b: Ratio): Ratio {
  return reduce(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { ...b, numerator: -b.numerator });
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return reduce(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `undefined` where `b` is zero. */
export function divide(a: Ratio, b: Ratio): Ratio | undefined {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function compare(a: Ratio, b: Ratio): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** To the nearest whole number, a half to the even one: the one rounding rule of money (`HALF_EVEN`). */
export function roundHalfEven({ numerator, denominator }: Ratio): bigint {
  const floor = floorDivide(numerator, denominator);
  const twice = 2n * (numerator - floor * denominator);
  if (twice === denominator) return floor % 2n === 0n ? floor : floor + 1n;
  return twice > denominator ? floor + 1n : floor;
}

/** As API and SQL give it: a decimal text with `digits` places, half to even. */
export function toDecimal(value: Ratio, digits = 10): string {
  const scaled = roundHalfEven(multiply(value, whole(10n ** BigInt(digits))));
  const sign = scaled < 0n ? '-' : '';
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function reduce(numerator: bigint, denominator: bigint): Ratio {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}
