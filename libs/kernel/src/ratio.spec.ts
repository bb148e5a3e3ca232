import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  multiply,
  type Ratio,
  ratio,
  roundHalfEven,
  subtract,
  toDecimal,
  whole,
} from './index.ts';

const of = (numerator: number | bigint, denominator: number | bigint): Ratio => {
  const made = ratio(numerator, denominator);
  if (!made) throw new Error('the test asks for a ratio with no denominator');
  return made;
};

const whole64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n });
const anyRatio = fc.tuple(whole64, fc.bigInt({ min: 1n, max: 2n ** 40n })).map(([n, d]) => of(n, d));

describe('a ratio', () => {
  it('has no value over nothing', () => {
    expect(ratio(1, 0)).toBeUndefined();
    expect(ratio(0n, 0n)).toBeUndefined();
    expect(divide(whole(1), whole(0))).toBeUndefined();
  });

  it('stands in lowest terms with its sign above', () => {
    expect(of(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(of(0, -7)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it('calculates exactly', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, anyRatio, (a, b, c) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(divide(multiply(a, b), b)).toEqual(b.numerator === 0n ? undefined : a);
      }),
    );
  });

  it('compares as the difference does', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, (a, b) => {
        const { numerator } = subtract(a, b);
        expect(compare(a, b)).toBe(numerator < 0n ? -1 : numerator > 0n ? 1 : 0);
      }),
    );
  });

  it.each([
    [1, 2, 0n],
    [3, 2, 2n],
    [5, 2, 2n],
    [-1, 2, 0n],
    [-3, 2, -2n],
    [-5, 2, -2n],
    [7, 3, 2n],
    [8, 3, 3n],
    [-7, 3, -2n],
    [-8, 3, -3n],
  ])('%i/%i rounds half to even to %p', (n, d, rounded) => {
    expect(roundHalfEven(of(n, d))).toBe(rounded);
  });

  it('is never further than a half from what it is rounded to', () => {
    fc.assert(
      fc.property(anyRatio, (a) => {
        const off = subtract(a, whole(roundHalfEven(a)));
        expect(compare(off, of(1, 2))).toBeLessThanOrEqual(0);
        expect(compare(off, of(-1, 2))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    [of(1, 3), undefined, '0.3333333333'],
    [of(-1, 3), undefined, '-0.3333333333'],
    [of(2, 3), 2, '0.67'],
    [of(5, 2), 0, '2'],
    [of(-1, 1000), 2, '0.00'],
    [of(1, 8), 2, '0.12'],
    [of(3, 8), 2, '0.38'],
    [whole(12), 1, '12.0'],
  ])('is written %#: with its decimals, half to even', (value, digits, text) => {
    expect(toDecimal(value, digits)).toBe(text);
  });
});
