import { toDecimal, whole } from '@bw/kernel';
import { evaluate } from './index.ts';
import { type Exact, isDefined } from './exact.ts';
import { type Basics, exactFigures } from './figures.ts';
import { baselineOf, done, line, on, shown } from './projects.fixture.ts';

/** Small examples with published answers; each names where the answers were published. */
const basics = (given: Partial<Basics>): Basics => ({
  bac: 0,
  pv: 0,
  ev: 0,
  ac: 0,
  exactPv: whole(given.pv ?? 0),
  exactEv: whole(given.ev ?? 0),
  actualTime: 0,
  plannedDuration: 0,
  earnedSchedule: 0,
  pvAtEs: 0,
  earnedOfPvAtEs: 0,
  ...given,
});
const text = (value: Exact, digits = 4) => (isDefined(value) ? toDecimal(value, digits) : value);

describe('published worked examples', () => {
  it('five tasks in month seven (HossamElwahsh/sprints-automotive, monitoring via EVM)', () => {
    const month = (from: string, to: string) => ({ start: on(from, '08:00'), finish: on(to) });
    // In thousands of dollars; month seven is where testing is two thirds through.
    const baseline = baselineOf(
      line('preparation', { variable: 600, ...month('03-02', '03-03') }),
      line('design', { variable: 1200, ...month('03-04', '03-06') }),
      line('implementation', { variable: 400, ...month('03-09', '03-10') }),
      line('testing', { variable: 1200, ...month('03-09', '03-11') }),
      line('deployment', { variable: 300, ...month('03-12', '03-16') }),
    );
    const reading = evaluate(baseline, {
      at: on('03-10'),
      progress: [done('preparation', 1, 0), done('design', 1, 0), done('implementation', 1, 1), done('testing', 1, 2)],
      costs: [
        { activityId: 'preparation', amount: 600 },
        { activityId: 'design', amount: 1400 },
        { activityId: 'implementation', amount: 200 },
        { activityId: 'testing', amount: 500 },
      ],
    });
    const ids = ['BAC', 'PV', 'EV', 'AC', 'CV', 'SV', 'CPI', 'SPI', 'EAC_CPI', 'EAC_PF1'] as const;
    expect(ids.map((id) => shown(reading, id))).toEqual([
      '3700',
      '3000',
      '2400',
      '2700',
      '-300',
      '-600',
      '0.8889',
      '0.8000',
      '4162',
      '4000',
    ]);
  });

  it('forecasts from four numbers (wikislate, EVM forecasting)', () => {
    const figures = exactFigures(basics({ bac: 100, ev: 40, ac: 45, pv: 50 }));
    expect([
      text(figures.CPI),
      text(figures.EAC_CPI, 1),
      text(figures.ETC, 1),
      text(figures.VAC, 1),
      text(figures.TCPI_BAC),
    ]).toEqual(['0.8889', '112.5', '67.5', '-12.5', '1.0909']);
    // Published as 129.4, from indices that were rounded before.
    expect(text(figures.EAC_SCI, 1)).toBe('129.4');
  });

  it('five periods (paulgovan/PRA, tests of earned value)', () => {
    const figures = exactFigures(basics({ bac: 100_000, pv: 40_000, ev: 35_000, ac: 36_000 }));
    expect([text(figures.SV, 0), text(figures.CV, 0), text(figures.SPI, 3), text(figures.CPI, 7)]).toEqual([
      '-5000',
      '-1000',
      '0.875',
      '0.9722222',
    ]);
  });

  it('earned schedule between two periods (Lipke)', () => {
    const cumulative = [10, 25, 45, 70, 100, 140, 180, 210, 230, 240].map((value) => value * 10_000);
    // A period is a working day; each brings the difference to the one before.
    const days = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'].map((day) => `03-${day}`);
    const lines = days.map((day, index) =>
      line(day, {
        start: on(day, '08:00'),
        finish: on(day),
        variable: (cumulative[index] ?? 0) - (cumulative[index - 1] ?? 0),
      }),
    );
    const progress = days.slice(0, 6).map((day, index) => done(day, 1, index < 5 ? 0 : 1));
    const reading = evaluate(baselineOf(...lines), { at: on('03-10'), progress, costs: [] });
    // Published: ES 5.5 and AT 7 periods, SV(t) -1.5, SPI(t) 0.785714.
    expect([shown(reading, 'EV'), shown(reading, 'ES'), shown(reading, 'SV_T'), shown(reading, 'SPI_T')]).toEqual([
      '1200000',
      `${5.5 * 480} min 03-09T12:00`,
      `${-1.5 * 480} min`,
      '0.7857',
    ]);
  });
});
