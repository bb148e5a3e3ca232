import { type Figure, formatFigure, formatMinutes, formatMoney, reasonOf } from './figure.ts';

const figure = (part: Partial<Figure>): Figure => ({ id: 'X', title: 'X', formulaVersion: 1, unit: 'ratio', ...part });

describe('a figure for people', () => {
  it.each([
    [figure({ unit: 'ratio', value: '0.9166666667' }), '0.92'],
    [figure({ unit: 'money', amount: 1_807_5944, currency: 'EUR' }), '€180,759'],
    [figure({ unit: 'minutes', minutes: -4_800 }), '−10 d'],
    [figure({ unit: 'ratio', undefinedReason: 'NO_COST_YET' }), '–'],
  ])('reads %j as %s', (given, text) => {
    expect(formatFigure(given, 'en-IE')).toBe(text);
  });

  it('keeps cents while they matter, and knows currencies without them', () => {
    expect(formatMoney(12_345, 'USD', 'en-US')).toBe('$123.45');
    expect(formatMoney(12_345, 'JPY', 'en-US')).toBe('¥12,345');
  });

  it('counts working time in days of eight hours', () => {
    expect([90, 479, 480, 720].map((minutes) => formatMinutes(minutes, 'en'))).toEqual([
      '1.5 h',
      '8 h',
      '1 d',
      '1.5 d',
    ]);
  });

  it('says why there is no value', () => {
    expect(reasonOf(figure({ undefinedReason: 'NO_COST_YET' }))).toBe('no cost recorded by then');
    expect(reasonOf(figure({ undefinedReason: 'SOMETHING_NEW' }))).toBe('something new');
  });
});
