import { toDecimal } from '@bw/kernel';
import { minuteOf } from '@bw/working-time';
import { evaluate, type FormulaId, type Performance } from './index.ts';
import { office, PROJECT_START } from './projects.fixture.ts';
import { type TwinProject, twinProject } from './twin-project.fixture.ts';

type Reading = TwinProject['statusDates'][number];

/** The same figures the plain way: floating numbers, planned value step by step. Shares nothing with the engine. */
function plainly({ baseline: { lines } }: TwinProject, { at, progress, costs }: Reading): Record<string, number> {
  const start = minuteOf(PROJECT_START);
  const time = (instant: string) => office.workBetween(start, minuteOf(instant));
  const spans = lines.map((line) => ({ ...line, from: time(line.start), to: time(line.finish) }));
  const planned = (w: number, fixedFrom: (from: number) => boolean) =>
    spans.map(
      (s) => (fixedFrom(s.from) ? s.fixed : 0) + s.variable * Math.min(1, Math.max(0, (w - s.from) / (s.to - s.from))),
    );
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const AT = time(at);
  const PD = Math.max(...spans.map((s) => s.to));
  const BAC = sum(spans.map((s) => s.fixed + s.variable));
  // At a status date at the end of a day what starts with the next day has not begun.
  const PV = sum(planned(AT, (from) => from < AT));
  const earned = spans.map((s, i) => {
    const { actualMinutes: a = 0, remainingMinutes: r = 1 } = progress[i] ?? {};
    return (a > 0 ? s.fixed : 0) + s.variable * (a / (a + r));
  });
  const EV = sum(earned);
  const AC = sum(costs.map(({ amount }) => amount));
  let ES = 0;
  for (const step of [480, 30, 1])
    while (ES + step <= PD && sum(planned(ES + step, (from) => from <= ES + step)) <= EV) ES += step;
  if (sum(planned(ES + 1, (from) => from <= ES)) <= EV) ES += 1;
  if (Math.abs(EV - PV) < 0.5) ES = AT;
  if (EV >= BAC - 0.5) ES = PD;
  const plannedAtEs = planned(ES, (from) => from < ES);
  const [SPI, CPI, SPI_T] = [EV / PV, EV / AC, ES / AT];
  const eac = (factor: number) => AC + (BAC - EV) / factor;
  const ed = (factor: number) => AT + (Math.max(PD, AT) - AT * SPI) / factor;
  const es = (factor: number) => AT + (PD - ES) / factor;
  return {
    PV,
    EV,
    AC,
    ES,
    SPI,
    CPI,
    SPI_T,
    P_FACTOR: sum(plannedAtEs.map((value, i) => Math.min(value, earned[i] ?? 0))) / sum(plannedAtEs),
    EAC_PF1: eac(1),
    EAC_CPI: eac(CPI),
    EAC_SPI: eac(SPI),
    EAC_SPI_T: eac(SPI_T),
    EAC_SCI: eac(SPI * CPI),
    EAC_SCI_T: eac(SPI_T * CPI),
    EAC_08CPI_02SPI: eac(0.8 * CPI + 0.2 * SPI),
    EAC_08CPI_02SPI_T: eac(0.8 * CPI + 0.2 * SPI_T),
    EAC_T_PV_PF1: PD - ((EV - PV) * PD) / BAC,
    EAC_T_PV_SPI: PD / SPI,
    EAC_T_PV_SCI: PD / (SPI * CPI),
    EAC_T_ED_PF1: ed(1),
    EAC_T_ED_SPI: ed(SPI),
    EAC_T_ED_SCI: ed(SPI * CPI),
    EAC_T_ES_PF1: es(1),
    EAC_T_ES_SPI_T: es(SPI_T),
    EAC_T_ES_SCI_T: es(SPI_T * CPI),
  };
}

function value({ figures }: Performance, id: FormulaId): number {
  const figure = figures[id];
  switch (figure.unit) {
    case 'money':
      return figure.amount;
    case 'ratio':
      return Number(toDecimal(figure.ratio, 12));
    case 'minutes':
    case 'instant':
      return figure.minutes;
    case 'undefined':
      return Number.NaN;
  }
}

describe.each([1, 2, 3])('generated twin project %i of the real one', (seed) => {
  const twin = twinProject(seed);

  it('has the figures that plain arithmetic gives, at every status date', () => {
    const wrong: string[] = [];
    for (const reading of twin.statusDates) {
      const figures = evaluate(twin.baseline, reading);
      for (const [id, plain] of Object.entries(plainly(twin, reading))) {
        const exact = value(figures, id as FormulaId);
        // Money is rounded per activity, times to the minute; what is derived from ES moves with its minute.
        const tolerance =
          Math.max(1, Math.abs(plain)) * (id === 'P_FACTOR' || id.includes('_T') || id === 'ES' ? 2e-4 : 2e-6);
        if (!(Math.abs(exact - plain) <= tolerance + (Math.abs(plain) > 2 ? 1 : 0)))
          wrong.push(`${reading.at} ${id} ${exact} not ${plain}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has contributions that sum exactly to its figures', () => {
    for (const reading of twin.statusDates) {
      const result = evaluate(twin.baseline, reading);
      for (const [id, part] of [
        ['BAC', 'bac'],
        ['PV', 'pv'],
        ['EV', 'ev'],
        ['AC', 'ac'],
      ] as const)
        expect(result.contributions.reduce((sum, each) => sum + each[part], 0)).toBe(value(result, id));
    }
  });

  it('ends with all earned, SPI at one and SPI(t) telling how late', () => {
    const last = twin.statusDates.at(-1);
    const result = last && evaluate(twin.baseline, last);
    expect(result && [value(result, 'PERCENT_COMPLETE'), value(result, 'SPI')]).toEqual([1, 1]);
    expect(result && value(result, 'SPI_T')).toBeLessThan(1);
  });
});
