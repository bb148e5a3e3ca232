import { evaluate, type FormulaId, formulas } from './index.ts';
import { baselineOf, done, line, on, shown } from './projects.fixture.ts';

/** Two activities of a week and 1,000.00 each, one after the other; evaluated on the third day of the second. */
const twoWeeks = baselineOf(line('design'), line('build', { start: on('03-09', '08:00'), finish: on('03-13') }));
const behind = evaluate(twoWeeks, {
  at: on('03-11'),
  progress: [
    done('design', 2400, 0, { actualFinish: on('03-06') }),
    done('build', 480, 1920, { actualStart: on('03-10', '08:00') }),
  ],
  costs: [
    { activityId: 'design', amount: 110_000 },
    { activityId: 'build', amount: 40_000 },
  ],
});

describe('the figures of a project that is behind', () => {
  it.each<[FormulaId, string]>([
    ['BAC', '200000'],
    ['PV', '160000'],
    ['EV', '120000'],
    ['AC', '150000'],
    ['SV', '-40000'],
    ['CV', '-30000'],
    ['SPI', '0.7500'],
    ['CPI', '0.8000'],
    ['PERCENT_COMPLETE', '0.6000'],
    ['PERCENT_SPENT', '0.7500'],
    ['AT', '3840 min 03-11T17:00'],
    ['PD', '4800 min 03-13T17:00'],
    ['ES', '2880 min 03-09T17:00'],
    ['SV_T', '-960 min'],
    ['SPI_T', '0.7500'],
    ['TSPI', '2.0000'],
    ['P_FACTOR', '1.0000'],
    ['SCI', '0.6000'],
    ['SCI_T', '0.6000'],
    ['EAC_PF1', '230000'],
    ['EAC_CPI', '250000'],
    ['EAC_SPI', '256667'],
    ['EAC_SPI_T', '256667'],
    ['EAC_SCI', '283333'],
    ['EAC_SCI_T', '283333'],
    ['EAC_08CPI_02SPI', '251266'],
    ['EAC_08CPI_02SPI_T', '251266'],
    ['ETC', '100000'],
    ['VAC', '-50000'],
    ['TCPI_BAC', '1.6000'],
    ['TCPI_EAC', '0.8000'],
    ['EAC_T_PV_PF1', '5760 min 03-17T17:00'],
    ['EAC_T_PV_SPI', '6400 min 03-19T10:40'],
    ['EAC_T_PV_SCI', '8000 min 03-24T14:20'],
    ['EAC_T_ED_PF1', '5760 min 03-17T17:00'],
    ['EAC_T_ED_SPI', '6400 min 03-19T10:40'],
    ['EAC_T_ED_SCI', '7040 min 03-20T14:20'],
    ['EAC_T_ES_PF1', '5760 min 03-17T17:00'],
    ['EAC_T_ES_SPI_T', '6400 min 03-19T10:40'],
    ['EAC_T_ES_SCI_T', '7040 min 03-20T14:20'],
  ])('have %s = %s', (id, value) => {
    expect(shown(behind, id)).toBe(value);
  });

  it('all have a formula for people, made of figures that exist', () => {
    for (const id of Object.keys(behind.figures) as FormulaId[]) {
      expect(formulas[id]).toMatchObject({ version: 1, title: expect.any(String), text: expect.any(String) });
      for (const operand of formulas[id].operands) expect(behind.figures).toHaveProperty(operand);
    }
    expect(Object.keys(behind.figures)).toEqual(Object.keys(formulas));
  });

  it('are what the activities contribute', () => {
    expect(behind.contributions).toEqual([
      {
        activityId: 'design',
        bac: 100_000,
        pv: 100_000,
        ev: 100_000,
        ac: 110_000,
        pvAtEs: 100_000,
        earnedOfPvAtEs: 100_000,
      },
      { activityId: 'build', bac: 100_000, pv: 60_000, ev: 20_000, ac: 40_000, pvAtEs: 20_000, earnedOfPvAtEs: 20_000 },
    ]);
    expect(behind.findings).toEqual([]);
  });
});

describe('a figure without value', () => {
  const nothing = evaluate(twoWeeks, { at: on('03-02', '08:00'), progress: [], costs: [] });

  it.each<[FormulaId, string]>([
    ['SPI', 'NO_PLAN_YET'],
    ['CPI', 'NO_COST_YET'],
    ['SPI_T', 'NOT_STARTED'],
    ['P_FACTOR', 'NOTHING_EARNED_YET'],
    ['EAC_PF1', '200000'],
    ['EAC_CPI', 'NO_COST_YET'],
    ['EAC_SPI', 'NO_PLAN_YET'],
    ['EAC_T_ES_SPI_T', 'NOT_STARTED'],
    ['TSPI', '1.0000'],
  ])('%s says %s before anything happened', (id, value) => {
    expect(shown(nothing, id)).toBe(value);
  });

  it('says that nothing is earned where cost came first', () => {
    const spent = evaluate(twoWeeks, { at: on('03-04'), progress: [], costs: [{ activityId: 'design', amount: 1 }] });
    expect([shown(spent, 'CPI'), shown(spent, 'EAC_CPI'), shown(spent, 'EAC_T_PV_SPI'), shown(spent, 'ES')]).toEqual([
      '0.0000',
      'NOTHING_EARNED_YET',
      'NOTHING_EARNED_YET',
      '0 min 03-02T08:00',
    ]);
  });

  it('says that the budget is spent or the time over while work is left', () => {
    const late = evaluate(twoWeeks, {
      at: on('03-20'),
      progress: [done('design', 2400, 0)],
      costs: [{ activityId: 'design', amount: 200_000 }],
    });
    expect([shown(late, 'TCPI_BAC'), shown(late, 'TSPI')]).toEqual(['BUDGET_SPENT', 'PLANNED_TIME_PASSED']);
  });

  it('says done when all is done exactly', () => {
    const progress = [done('design', 2400, 0), done('build', 2400, 0)];
    const complete = evaluate(twoWeeks, {
      at: on('03-13'),
      progress,
      costs: [{ activityId: 'design', amount: 200_000 }],
    });
    expect([
      shown(complete, 'TCPI_BAC'),
      shown(complete, 'TCPI_EAC'),
      shown(complete, 'TSPI'),
      shown(complete, 'EAC_CPI'),
    ]).toEqual(['DONE', 'DONE', 'DONE', '200000']);
    const cheap = evaluate(twoWeeks, { at: on('03-20'), progress, costs: [{ activityId: 'design', amount: 100_000 }] });
    expect([shown(cheap, 'TCPI_BAC'), shown(cheap, 'TSPI'), shown(cheap, 'SPI'), shown(cheap, 'SPI_T')]).toEqual([
      '0.0000',
      '0.0000',
      '1.0000',
      '0.6667',
    ]);
  });

  it('says that there is no budget', () => {
    const free = evaluate(baselineOf(line('design', { variable: 0 })), { at: on('03-04'), progress: [], costs: [] });
    expect([shown(free, 'PERCENT_COMPLETE'), shown(free, 'EAC_T_PV_PF1')]).toEqual(['NO_BUDGET', 'NO_BUDGET']);
    expect(free.findings).toEqual([{ code: 'NO_BUDGET' }]);
  });

  it('says too far rather than name a day beyond all calendars', () => {
    const crawling = evaluate(baselineOf(line('design', { variable: 100_000_000_000 })), {
      at: on('03-06'),
      progress: [done('design', 1, 9_999_999)],
      costs: [{ activityId: 'design', amount: 1 }],
    });
    expect([shown(crawling, 'EAC_T_PV_SPI'), shown(crawling, 'EAC_T_ED_SPI')]).toEqual(['TOO_FAR', 'TOO_FAR']);
    const endless = evaluate(twoWeeks, {
      at: on('03-06'),
      progress: [done('design', 1, 9_999_999)],
      costs: [{ activityId: 'design', amount: 9_000_000_000_000_000 }],
    });
    expect(shown(endless, 'EAC_CPI')).toBe('TOO_FAR');
  });
});

describe('work outside the baseline', () => {
  const odd = evaluate(twoWeeks, {
    at: on('03-04'),
    progress: [done('extra', 60, 0), done('build', 60, 60, { actualStart: on('03-05', '08:00') })],
    costs: [
      { activityId: 'extra', amount: 700 },
      { activityId: 'more', amount: 200 },
      { activityId: 'extra', amount: -300 },
    ],
  });

  it('costs, earns nothing and is named', () => {
    expect(shown(odd, 'AC')).toBe('600');
    expect(odd.contributions.slice(2).map(({ activityId, ac, ev }) => [activityId, ac, ev])).toEqual([
      ['extra', 400, 0],
      ['more', 200, 0],
    ]);
    expect(odd.findings).toEqual([
      { code: 'UNBUDGETED_WORK', activityId: 'extra' },
      { code: 'PROGRESS_AFTER_EVALUATION', activityId: 'build' },
      { code: 'UNBUDGETED_WORK', activityId: 'more' },
    ]);
  });

  it('may be done before it was planned: earned with nothing planned', () => {
    const early = evaluate(baselineOf(line('build', { start: on('03-09', '08:00'), finish: on('03-13') })), {
      at: on('03-06'),
      progress: [done('build', 480, 1920)],
      costs: [],
    });
    expect([shown(early, 'SPI'), shown(early, 'SV'), shown(early, 'ES')]).toEqual([
      'NO_PLAN_YET',
      '20000',
      '2880 min 03-09T17:00',
    ]);
  });
});
