import fc from 'fast-check';
import { compileCalendar } from '@bw/working-time';
import { type BaselineLine, PlannedValue } from './index.ts';
import { baselineOf, line, office, on } from './projects.fixture.ts';

const curve = (given: Partial<BaselineLine>, ...at: readonly string[]) =>
  new PlannedValue(baselineOf(line('a', given))).series(at);

describe('planned value', () => {
  it('grows evenly over working time, not over nights', () => {
    expect(
      curve(
        {},
        on('03-01'),
        on('03-02', '08:00'),
        on('03-02', '12:30'),
        on('03-02'),
        on('03-03', '03:00'),
        on('03-06'),
        on('03-09'),
      ),
    ).toEqual([0, 0, 10_000, 20_000, 20_000, 100_000, 100_000]);
  });

  it('has the fixed cost from the start on, unless it was agreed otherwise', () => {
    const at = [on('03-02', '07:59'), on('03-02', '08:00'), on('03-04', '12:00'), on('03-06')];
    const fixed = { fixed: 5_000, variable: 0 };
    expect(curve(fixed, ...at)).toEqual([0, 5_000, 5_000, 5_000]);
    expect(curve({ ...fixed, fixedAccrual: { kind: 'END' } }, ...at)).toEqual([0, 0, 0, 5_000]);
    expect(curve({ ...fixed, fixedAccrual: { kind: 'LINEAR_WORKING_TIME' } }, ...at)).toEqual([0, 0, 2_500, 5_000]);
  });

  it('follows a curve of straight lines', () => {
    const variableAccrual = {
      kind: 'CURVE',
      points: [
        { timeBp: 2000, costBp: 1000 },
        { timeBp: 8000, costBp: 9000 },
      ],
    } as const;
    expect(
      curve(
        { variableAccrual },
        on('03-02', '12:00'),
        on('03-02'),
        on('03-04', '12:00'),
        on('03-05'),
        on('03-06', '12:00'),
        on('03-06'),
      ),
    ).toEqual([5_000, 10_000, 50_000, 90_000, 95_000, 100_000]);
  });

  it('counts on the activity’s own calendar where it has one', () => {
    const night = compileCalendar({
      zone: 'UTC',
      shifts: [{ weekday: 1, from: '20:00', to: '24:00' }],
      exceptions: [],
      holidays: [],
    });
    expect(
      curve({ calendar: night, finish: on('03-03', '00:00') }, on('03-02'), on('03-02', '21:00'), on('03-03', '00:00')),
    ).toEqual([0, 25_000, 100_000]);
  });

  it('of a milestone is there when it is reached', () => {
    const milestone = { start: on('03-04', '12:00'), finish: on('03-04', '12:00') };
    expect(curve(milestone, on('03-04', '11:59'), on('03-04', '12:00'))).toEqual([0, 100_000]);
  });

  it('never shrinks, and its cells sum to the series', () => {
    const minute = fc
      .integer({ min: 0, max: 30 * 1440 })
      .map((offset) => new Date(Date.UTC(2026, 2, 1) + offset * 60_000).toISOString());
    const anyLine = fc
      .record({ one: minute, other: minute, fixed: fc.nat(1e6), variable: fc.nat(1e9) })
      .map(({ one, other, fixed, variable }) =>
        line('a', { start: one < other ? one : other, finish: one < other ? other : one, fixed, variable }),
      );
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 8 }),
        fc.array(minute, { minLength: 2, maxLength: 6 }),
        (lines, instants) => {
          const plan = new PlannedValue({ calendar: office, projectStart: on('03-02', '08:00'), lines });
          const at = [...instants].sort();
          const series = plan.series(at);
          expect(series).toEqual([...series].sort((a, b) => a - b));
          expect(series).toEqual(at.map((each) => plan.cellsAt(each).reduce((sum, { pv }) => sum + pv, 0)));
          expect(plan.series([on('04-30')])).toEqual([plan.bac]);
        },
      ),
    );
  });
});
