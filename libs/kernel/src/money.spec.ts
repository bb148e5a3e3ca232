import fc from 'fast-check';
import { minorDigits, minorUnits } from './index.ts';

describe('money', () => {
  it.each([
    ['EUR', 2],
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('in %s is written with %i decimals', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  it.each([
    ['12.50', 'USD', 1250],
    ['12.5', 'USD', 1250],
    ['12', 'USD', 1200],
    ['+12', 'USD', 1200],
    ['-0.01', 'USD', -1],
    ['-0', 'USD', 0],
    ['0.005', 'KWD', 5],
    ['120', 'JPY', 120],
    ['120.00', 'JPY', 120],
    ['12.500', 'USD', 1250],
    [' 7 ', 'USD', 700],
  ])('reads %p %s as %i minor units', (text, currency, amount) => {
    expect(minorUnits(text, currency)).toBe(amount);
  });

  it.each([
    ['12.505', 'USD'],
    ['0.5', 'JPY'],
    ['', 'USD'],
    ['-', 'USD'],
    ['.5', 'USD'],
    ['5.', 'USD'],
    ['1,000', 'USD'],
    ['1e3', 'USD'],
    ['NaN', 'USD'],
    ['90071992547409.93', 'USD'],
  ])('refuses %p %s rather than round or guess', (text, currency) => {
    expect(minorUnits(text, currency)).toBeUndefined();
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom('JPY', 'EUR', 'KWD'),
        (amount, currency) => {
          const digits = minorDigits(currency);
          const text = Math.abs(amount)
            .toString()
            .padStart(digits + 1, '0');
          const written = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
          expect(minorUnits(amount < 0 ? `-${written}` : written, currency)).toBe(amount);
        },
      ),
    );
  });
});
