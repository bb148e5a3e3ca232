import type { Fact } from '../api/views.ts';
import { whatFactSays } from './fact-text.ts';

const fact = (part: Partial<Fact>): Fact => ({
  kind: 'cost',
  event: 'e',
  source: 'scheduling',
  position: 1,
  effective: '2027-03-05T12:00:00.000Z',
  recorded: '2027-03-06T12:00:00.000Z',
  ...part,
});

describe('a fact in words', () => {
  it.each([
    [fact({ amount: -5_000 }), '-€50.00'],
    [
      fact({ kind: 'baseline-line', amount: 100_000, start: '2027-03-01T12:00:00Z', finish: '2027-03-05T12:00:00Z' }),
      '€1,000.00, 1 Mar 2027 to 5 Mar 2027',
    ],
    [fact({ kind: 'progress', done: 2_400, remaining: 60 }), '5 d done, 1 h left'],
    [fact({ kind: 'data-date' }), '5 Mar 2027'],
  ])('%#', (given, text) => {
    expect(whatFactSays(given, 'EUR', { locale: 'en-IE' })).toBe(text);
  });
});
