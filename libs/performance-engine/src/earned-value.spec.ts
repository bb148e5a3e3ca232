import { type ActivityProgress, type BaselineLine, evaluate } from './index.ts';
import { baselineOf, done, line, on, shown } from './projects.fixture.ts';

const started = { actualStart: on('03-02', '08:00') };
const finished = { ...started, actualFinish: on('03-04') };

/** Earned value of an activity of 1,000.00 variable and 500.00 fixed cost. */
function earned(given: Partial<BaselineLine>, progress: Partial<ActivityProgress> = {}): string {
  const activity = line('a', { fixed: 50_000, ...given });
  const report = done('a', progress.actualMinutes ?? 0, progress.remainingMinutes ?? 2400, progress);
  return shown(evaluate(baselineOf(activity), { at: on('03-03'), progress: [report], costs: [] }), 'EV');
}

describe('an activity earns', () => {
  it('by effort: its fixed cost once started, its variable cost by actual over actual and remaining', () => {
    expect(earned({})).toBe('0');
    expect(earned({}, started)).toBe('50000');
    expect(earned({}, { actualMinutes: 960, remainingMinutes: 1920 })).toBe('83333');
    expect(earned({}, { actualMinutes: 960, remainingMinutes: 0 })).toBe('150000');
    expect(earned({}, finished)).toBe('150000');
  });

  it('by effort as its cost was planned to accrue', () => {
    const half = { actualMinutes: 1200, remainingMinutes: 1200 };
    expect(earned({ fixedAccrual: { kind: 'END' } }, half)).toBe('50000');
    expect(earned({ fixedAccrual: { kind: 'LINEAR_WORKING_TIME' } }, half)).toBe('75000');
    expect(earned({ fixedAccrual: { kind: 'END' } }, finished)).toBe('150000');
    expect(earned({ variableAccrual: { kind: 'CURVE', points: [{ timeBp: 5000, costBp: 2000 }] } }, half)).toBe(
      '70000',
    );
  });

  it('everything along a curve that has been gone to its end', () => {
    const variableAccrual = { kind: 'CURVE', points: [{ timeBp: 10_000, costBp: 9000 }] } as const;
    const base = baselineOf(line('a', { variableAccrual }), line('b'));
    const complete = evaluate(base, { at: on('03-06'), progress: [done('a', 2400, 0), done('b', 2400, 0)], costs: [] });
    expect(complete.contributions[0]).toMatchObject({ pv: 100_000, ev: 100_000, pvAtEs: 100_000 });
  });

  it('rounds once, half to even, its fixed and variable part together', () => {
    const third = { actualMinutes: 1, remainingMinutes: 1 };
    expect(earned({ fixed: 1, variable: 1, fixedAccrual: { kind: 'LINEAR_WORKING_TIME' } }, third)).toBe('1');
    expect(earned({ fixed: 0, variable: 1 }, third)).toBe('0');
    expect(earned({ fixed: 0, variable: 3 }, third)).toBe('2');
    expect(
      earned({ fixed: 0, variable: 900_719_925_474_099 }, { actualMinutes: 111_111, remainingMinutes: 888_889 }),
    ).toBe('100079891639353');
  });

  it.each([
    ['ZERO_100', '0', '0', '150000'],
    ['FIFTY_50', '0', '75000', '150000'],
    ['TWENTY_80', '0', '30000', '150000'],
  ] as const)('by %s', (kind, before, during, after) => {
    expect([
      earned({ earningRule: { kind } }),
      earned({ earningRule: { kind } }, started),
      earned({ earningRule: { kind } }, finished),
    ]).toEqual([before, during, after]);
  });

  it('by weighted milestones', () => {
    const earningRule = { kind: 'WEIGHTED_MILESTONES', weights: { draft: 2500, review: 7500 } } as const;
    expect(earned({ earningRule }, { ...started, milestonesDone: ['draft', 'unknown'] })).toBe('37500');
    expect(earned({ earningRule }, { ...started, milestonesDone: ['draft', 'review'] })).toBe('150000');
    expect(earned({ earningRule }, started)).toBe('0');
    expect(earned({ earningRule }, { milestonesDone: ['draft'] })).toBe('0');
    expect(earned({ earningRule }, finished)).toBe('150000');
  });

  it('by physical percent, never more than its budget', () => {
    const earningRule = { kind: 'PHYSICAL_PERCENT' } as const;
    expect(earned({ earningRule }, { ...started, physicalBp: 4000 })).toBe('60000');
    expect(earned({ earningRule }, { ...started, physicalBp: 12_000 })).toBe('150000');
    expect(earned({ earningRule }, { ...started, physicalBp: -5 })).toBe('0');
  });

  it('by units', () => {
    const earningRule = { kind: 'UNITS', total: 30 } as const;
    expect(earned({ earningRule }, { ...started, unitsDone: 10 })).toBe('50000');
    expect(earned({ earningRule }, { ...started, unitsDone: 31 })).toBe('150000');
  });

  it('by effort where its measure was not reported, and that is named', () => {
    const activity = line('a', { earningRule: { kind: 'PHYSICAL_PERCENT' } });
    const reading = evaluate(baselineOf(activity), { at: on('03-03'), progress: [done('a', 600, 1800)], costs: [] });
    expect(shown(reading, 'EV')).toBe('25000');
    expect(reading.findings).toEqual([{ code: 'MEASURE_NOT_REPORTED', activityId: 'a' }]);
  });

  it('what was planned, as level of effort', () => {
    expect(earned({ earningRule: { kind: 'LOE' }, fixed: 0 })).toBe('40000');
  });

  it('with another activity', () => {
    const apportioned = (factorBp: number, base = 'build') =>
      evaluate(baselineOf(line('build'), line('test', { earningRule: { kind: 'APPORTIONED', base, factorBp } })), {
        at: on('03-03'),
        progress: [done('build', 600, 1800)],
        costs: [],
      });
    expect(apportioned(10_000).contributions[1]?.ev).toBe(25_000);
    expect(apportioned(5_000).contributions[1]?.ev).toBe(12_500);
    expect(apportioned(80_000).contributions[1]?.ev).toBe(100_000);
    expect(apportioned(10_000, 'test').findings).toEqual([{ code: 'UNKNOWN_BASE_ACTIVITY', activityId: 'test' }]);
    expect(apportioned(10_000, 'gone').contributions[1]?.ev).toBe(0);
  });

  it('a milestone when it is reached', () => {
    const milestone = { start: on('03-03', '12:00'), finish: on('03-03', '12:00') };
    expect(earned(milestone, { remainingMinutes: 0 })).toBe('0');
    expect(earned(milestone, { remainingMinutes: 0, ...started })).toBe('150000');
    expect(earned(milestone, { remainingMinutes: 0, actualFinish: on('03-03', '12:00') })).toBe('150000');
  });
});
