import type { Figure } from '../figures/figure.ts';
import { costForecasts, finishForecasts } from './forecasts.ts';

/** The engine's own, which the console does not depend on. */
const engine = new URL('../../../../libs/performance-engine/src/formulas.ts', import.meta.url);
const { formulas } = (await import(engine.href)) as {
  readonly formulas: Readonly<Record<string, { title: string; unit: Figure['unit']; version: number; text: string }>>;
};

const all = Object.entries(formulas).map(([id, { title, unit, version: formulaVersion }]): Figure => ({
  id,
  title,
  unit,
  formulaVersion,
  undefinedReason: 'DONE',
}));
/** Signs as people write them. */
const signs = (text: string) =>
  text.replaceAll(' x ', ' × ').replaceAll(' - ', ' − ').replaceAll(' / ', ' ÷ ').replace(/ ÷ 1$/, '');

describe('forecasts', () => {
  it('show the formula by which each is computed', () => {
    for (const { figure, formula } of [...costForecasts(all), ...finishForecasts(all)])
      expect([figure.id, formula]).toEqual([figure.id, signs(formulas[figure.id]?.text ?? '')]);
  });

  it('are all there, each with a method in words of its own', () => {
    const forecasts = [...costForecasts(all), ...finishForecasts(all)];
    expect(forecasts).toHaveLength(all.filter(({ id }) => id.startsWith('EAC_')).length);
    expect(new Set(costForecasts(all).map(({ method }) => method)).size).toBe(8);
    expect(new Set(finishForecasts(all).map(({ method }) => method)).size).toBe(9);
    for (const { method } of forecasts) expect(method).not.toMatch(/^[\d(]/);
  });

  it('stand against the budget and the finish of the baseline', () => {
    const money = (id: string, amount: number): Figure => ({
      id,
      title: id,
      formulaVersion: 1,
      unit: 'money',
      amount,
      currency: 'EUR',
    });
    const at = (id: string, day: string): Figure => ({
      id,
      title: id,
      formulaVersion: 1,
      unit: 'instant',
      at: `2027-03-${day}T17:00:00.000Z`,
    });
    const figures = [money('BAC', 1_000_000), money('EAC_CPI', 1_200_000), at('PD', '10'), at('EAC_T_ES_SPI_T', '14')];
    expect(costForecasts(figures, 'en-IE').map(({ against }) => against)).toEqual(['+€2,000.00']);
    expect(finishForecasts(figures).map(({ against }) => against)).toEqual(['+4 d']);
  });
});
