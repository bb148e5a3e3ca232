import { toDecimal } from '@bw/kernel';
import { minuteOf } from '@bw/working-time';
import { instant, published, publishedProject } from './dslib.fixture.ts';
import { evaluate, type FormulaId, PlannedValue } from './index.ts';

const RATIOS = { SPI: 'spi', CPI: 'cpi', SPI_T: 'spi_t', P_FACTOR: 'p_factor' } as const;
const MONEY = {
  PV: 'pv',
  EV: 'ev',
  AC: 'ac',
  SV: 'sv',
  CV: 'cv',
  EAC_PF1: 'eac_pf1',
  EAC_CPI: 'eac_cpi',
  EAC_SPI: 'eac_spi',
  EAC_SPI_T: 'eac_spi_t',
  EAC_SCI: 'eac_sci',
  EAC_SCI_T: 'eac_sci_t',
  EAC_08CPI_02SPI: 'eac_08cpi_02spi',
  EAC_08CPI_02SPI_T: 'eac_08cpi_02spi_t',
} as const;
const INSTANTS = {
  ES: 'es',
  EAC_T_PV_PF1: 'eac_t_pv_pf1',
  EAC_T_PV_SPI: 'eac_t_pv_spi',
  EAC_T_PV_SCI: 'eac_t_pv_sci',
  EAC_T_ED_PF1: 'eac_t_ed_pf1',
  EAC_T_ED_SPI: 'eac_t_ed_spi',
  EAC_T_ED_SCI: 'eac_t_ed_sci',
  EAC_T_ES_PF1: 'eac_t_es_pf1',
  EAC_T_ES_SPI_T: 'eac_t_es_spi_t',
  EAC_T_ES_SCI_T: 'eac_t_es_sci_t',
} as const;

/** The published tool counts earned schedule in working hours. */
const STEP = 60;

(published ? describe : describe.skip)('the figures of a real project with published results', () => {
  it('agree in all planned-value cells to the cent, and in all indices and forecasts of every status date', () => {
    const { baseline, statusDates } = publishedProject();
    const { calendar } = baseline;
    const plan = new PlannedValue(baseline);
    const wrong: string[] = [];
    let compared = 0;
    const check = (agrees: boolean, what: string) => {
      compared += 1;
      if (!agrees) wrong.push(what);
    };

    for (const { at, progress, costs, pv, results } of statusDates) {
      for (const cell of plan.cellsAt(at)) check(cell.pv === pv.get(cell.activityId), `${at} PV of ${cell.activityId}`);
      const { figures } = evaluate(baseline, { at, progress, costs, esStepMinutes: STEP });
      const of = (id: string) => figures[id as FormulaId];
      for (const [id, column] of Object.entries(RATIOS)) {
        const figure = of(id);
        const value = figure.unit === 'ratio' ? Number(toDecimal(figure.ratio)) : Number.NaN;
        check(Math.abs(value - Number(results[column])) < 1e-6, `${at} ${id} ${value} not ${results[column]}`);
      }
      for (const [id, column] of Object.entries(MONEY)) {
        const figure = of(id);
        const value = figure.unit === 'money' ? figure.amount : Number.NaN;
        const expected = Number(results[column]) * 100;
        check(Math.abs(value - expected) <= 0.5, `${at} ${id} ${value} not ${expected}`);
      }
      for (const [id, column] of Object.entries(INSTANTS)) {
        const figure = of(id);
        const expected = minuteOf(instant(results[column]));
        const off = figure.unit === 'instant' ? calendar.workBetween(minuteOf(figure.at), expected) : Number.NaN;
        check(Math.abs(off) <= 30, `${at} ${id} ${JSON.stringify(figure)} not ${results[column]}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(statusDates).toHaveLength(23);
    expect(compared).toBe(1127 + 23 * 27);
  });
});
