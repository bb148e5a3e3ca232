import type { Figure } from '../figures/figure.ts';
import { trendOf } from './trend.ts';

const figure = (id: string, part: Partial<Figure>): Figure => ({
  id,
  title: id,
  formulaVersion: 1,
  unit: 'ratio',
  ...part,
});
const at = (...figures: Figure[]) => ({ at: 'a', figures });

describe('a trend', () => {
  it('is an index as it is, an estimate as a share of the budget, and nothing where there is no value', () => {
    expect(
      trendOf([at(figure('CPI', { value: '0.9' })), at(figure('CPI', { undefinedReason: 'NO_COST_YET' }))], 'CPI'),
    ).toEqual([0.9, undefined]);
    const money = (id: string, amount: number) => figure(id, { unit: 'money', amount });
    expect(trendOf([at(money('EAC_CPI', 120), money('BAC', 100))], 'EAC_CPI')).toEqual([1.2]);
    expect(trendOf([at(money('EAC_CPI', 120))], 'EAC_CPI')).toEqual([undefined]);
    expect(trendOf([at(figure('EAC_T_ES_SPI_T', { unit: 'instant', at: 'x' }))], 'EAC_T_ES_SPI_T')).toEqual([
      undefined,
    ]);
  });

  it('is short', () => {
    expect(
      trendOf(
        Array.from({ length: 30 }, () => at(figure('CPI', { value: '1' }))),
        'CPI',
      ),
    ).toHaveLength(13);
  });
});
