import { minorOf, workOf, workText } from './work-text.ts';

it('work is typed as days or hours', () => {
  expect(['3', '2,5 d', '4h', ' 1 Tag ', '0.5'].map(workOf)).toEqual([1440, 1200, 240, 480, 240]);
  expect(['', 'x', '-3', '3 weeks', '1.2.3'].map(workOf)).toEqual(Array(5).fill(undefined));
  expect([480, 600, 100].map(workText)).toEqual(['1', '1.25', '0.21']);
});

it('money is typed in the currency’s own units', () => {
  expect(minorOf('1 234,50', 'EUR')).toBe(123_450);
  expect(minorOf('-20', 'EUR')).toBe(-2_000);
  expect(minorOf('500', 'JPY')).toBe(500);
  expect([minorOf('', 'EUR'), minorOf('ten', 'EUR')]).toEqual([undefined, undefined]);
});
