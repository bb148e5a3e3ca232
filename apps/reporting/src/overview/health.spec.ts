import { type Ratio, ratio } from '@bw/kernel';
import { healthOf, type JudgedIndex, type Signs, USUAL_BOUNDS } from './health.ts';

const QUIET: Signs = {
  indices: [],
  issues: { severity1: 0, severity2: 0, severity3: 9, severity4: 9, breachedClocks: 0 },
  risks: { open: 3, aboveAppetite: 0 },
  decisions: { open: 1, overdue: 0 },
};

const percent = (value: number): Ratio => ratio(value, 100) ?? { numerator: 0n, denominator: 1n };
const spiT = (now?: number, before?: number): JudgedIndex => ({
  family: 'schedule',
  figure: 'SPI_T',
  planId: 'plan',
  bounds: USUAL_BOUNDS,
  ...(now !== undefined && { now: percent(now) }),
  ...(before !== undefined && { before: percent(before) }),
});
const judged = (signs: Partial<Signs>) => {
  const { colour, reasons } = healthOf({ ...QUIET, ...signs });
  return [colour, ...reasons.map(({ code }) => code)];
};

describe('health', () => {
  it.each([
    [100, undefined, ['green', 'ON_TARGET']],
    [95, 95, ['green', 'ON_TARGET']],
    [94, 100, ['amber', 'BELOW_TARGET']],
    [90, 100, ['amber', 'BELOW_TARGET']],
    [89, 100, ['red', 'BELOW_THRESHOLD']],
    // Better only with the second good data date.
    [100, 89, ['red', 'RECOVERING']],
    [100, 94, ['amber', 'RECOVERING']],
    [undefined, 89, ['unknown']],
  ])('of an index at %p after %p', (now, before, expected) => {
    expect(judged({ indices: [spiT(now, before)] })).toEqual(expected);
  });

  it('says the figure, its value and the bound', () => {
    const { reasons } = healthOf({ ...QUIET, indices: [spiT(89)] });
    expect(reasons).toEqual([
      {
        family: 'schedule',
        colour: 'red',
        code: 'BELOW_THRESHOLD',
        text: 'SPI(t) 0.89 is below 0.90',
        figure: 'SPI_T',
        planId: 'plan',
        value: '0.8900000000',
        threshold: '0.90',
      },
    ]);
  });

  it.each([
    [{ issues: { ...QUIET.issues, severity1: 2, breachedClocks: 1 } }, 'red', '2 open issues of severity 1'],
    [{ issues: { ...QUIET.issues, breachedClocks: 1 } }, 'red', '1 clock over its target'],
    [{ issues: { ...QUIET.issues, severity2: 1 } }, 'amber', '1 open issue of severity 2'],
    [{ risks: { open: 4, aboveAppetite: 3 } }, 'amber', '3 risks above the appetite'],
    [{ decisions: { open: 1, overdue: 1 } }, 'amber', '1 decision overdue'],
  ])('counts %p', (signs, colour, text) => {
    expect(healthOf({ ...QUIET, ...signs })).toMatchObject({ colour, reasons: [{ colour, text }] });
  });

  it('is the worst of all, which stands first', () => {
    expect(judged({ indices: [spiT(100)], risks: { open: 1, aboveAppetite: 1 } })).toEqual([
      'amber',
      'ABOVE_APPETITE',
      'ON_TARGET',
    ]);
  });

  it('is unknown where nothing can be judged', () => {
    expect(judged({})).toEqual(['unknown']);
  });
});
