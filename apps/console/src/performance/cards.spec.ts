import type { Figure } from '../figures/figure.ts';
import { cardsOf, isLate, otherFigures } from './cards.ts';

const figure = (id: string, part: Partial<Figure>): Figure => ({
  id,
  title: id,
  formulaVersion: 1,
  unit: 'ratio',
  ...part,
});
const money = (id: string, amount: number, title = id) => figure(id, { unit: 'money', amount, currency: 'EUR', title });
const at = (id: string, day: string) => figure(id, { unit: 'instant', at: `2027-03-${day}T17:00:00.000Z` });

const figures = [
  figure('CPI', { value: '0.92' }),
  figure('SPI', { value: '0.97' }),
  figure('SPI_T', { value: '0.88' }),
  figure('SV_T', { unit: 'minutes', minutes: -960 }),
  figure('PERCENT_COMPLETE', { value: '0.4' }),
  money('BAC', 1_000_000),
  money('VAC', -200_000),
  money('EAC_CPI', 1_200_000, 'Estimate at completion (CPI)'),
  at('PD', '10'),
  at('EAC_T_ES_SPI_T', '14'),
];

describe('the figures that are asked for first', () => {
  it('say what they mean', () => {
    expect(cardsOf(figures, 'en-IE').map(({ label, note, tone }) => [label, note, tone])).toEqual([
      ['CPI', '0.92 earned per 1 spent', 'amber'],
      ['SPI(t)', '2 d behind plan, SV(t)', 'red'],
      ['SPI', 'earned by what was planned by now', 'green'],
      ['EAC', '€2,000.00 over the budget', undefined],
      ['Forecast finish (earned schedule)', '4 calendar days after the baseline', undefined],
    ]);
  });

  it('grey SPI once so much is earned that it says little', () => {
    const late = [figure('PERCENT_COMPLETE', { value: '0.71' }), figure('SPI', { value: '0.99' })];
    expect([isLate(figures), isLate(late)]).toEqual([false, true]);
    expect(cardsOf(late)).toMatchObject([{ label: 'SPI', isFaint: true, note: expect.stringContaining('late') }]);
    expect(cardsOf(late)[0]?.tone).toBeUndefined();
  });

  it('judge nothing that has no value', () => {
    const [card] = cardsOf([figure('CPI', { undefinedReason: 'NO_COST_YET' })]);
    expect([card?.tone, card?.note]).toEqual([undefined, undefined]);
  });
});

describe('the other figures', () => {
  it('are those that stand neither on a card nor among the forecasts', () => {
    expect(otherFigures(figures).map(({ id }) => id)).toEqual(['SV_T', 'PERCENT_COMPLETE', 'BAC', 'VAC', 'PD']);
  });
});
