import type { Figure } from '../figures/figure.ts';
import { forecastRange } from './forecast-range.ts';

const figure = (id: string, part: Partial<Figure>): Figure => ({
  id,
  title: id,
  formulaVersion: 1,
  unit: 'money',
  ...part,
});
const day = (date: number) => `2027-03-${String(date).padStart(2, '0')}T00:00:00.000Z`;
const planned = [
  { at: day(1), pv: 0 },
  { at: day(11), pv: 500 },
  { at: day(21), pv: 1_000 },
];
const figures = [
  figure('AC', { amount: 300 }),
  figure('EV', { amount: 250 }),
  figure('BAC', { amount: 1_000 }),
  figure('EAC_CPI', { amount: 1_200 }),
  figure('EAC_PF1', { amount: 1_050 }),
  figure('EAC_SCI', { amount: 1_400 }),
  figure('ES', { unit: 'instant', at: day(6) }),
  figure('EAC_T_ES_SPI_T', { unit: 'instant', at: day(26) }),
  figure('EAC_T_PV_PF1', { unit: 'instant', at: day(24) }),
  figure('EAC_T_ED_SPI', { unit: 'instant', at: day(31) }),
];

describe('the forecast range', () => {
  it('goes from the cost so far to the estimates of all methods', () => {
    const range = forecastRange(figures, { planned }, day(11));
    expect([range?.curve.points[0], range?.curve.points.at(-1)]).toEqual([
      [day(11), 300],
      [day(26), 1_200],
    ]);
    expect([range?.band.points[0], range?.band.points.at(-1)]).toEqual([
      [day(11), 300, 300],
      [day(31), 1_050, 1_400],
    ]);
  });

  it('never lies below what was spent, and never upside down', () => {
    const { band } = forecastRange(figures, { planned }, day(11)) ?? {};
    expect(band?.points.every(([, low, high]) => low >= 300 && high >= low)).toBe(true);
  });

  it('leaves out finishes that nobody means', () => {
    const far = [...figures, figure('EAC_T_PV_SPI', { unit: 'instant', at: '2099-01-01T00:00:00.000Z' })];
    expect(forecastRange(far, { planned }, day(11))?.band.points.at(-1)?.[0]).toBe(day(31));
  });

  it('is none without a data date, an estimate, or work that is left', () => {
    expect(forecastRange(figures, { planned }, undefined)).toBeUndefined();
    expect(
      forecastRange(
        figures.filter(({ id }) => id !== 'EAC_CPI'),
        { planned },
        day(11),
      ),
    ).toBeUndefined();
    expect(
      forecastRange(
        [figure('EV', { amount: 1_000 }), ...figures.filter(({ id }) => id !== 'EV')],
        { planned },
        day(11),
      ),
    ).toBeUndefined();
  });
});
