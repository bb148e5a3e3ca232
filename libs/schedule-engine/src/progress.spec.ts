import type { NetworkActivity, ScheduleOptions } from './index.ts';
import { at, DAY, early, link, networkOf, scheduled, shown, task } from './networks.fixture.ts';

/** Wednesday evening: three days are known. */
const dataDate = at(4, '16:00');
const begun = (day: number, daysLeft: number, given: Partial<NetworkActivity> = {}): Partial<NetworkActivity> => ({
  actualStart: at(day),
  remaining: daysLeft * DAY,
  ...given,
});
const finished = (from: number, to: number): Partial<NetworkActivity> => ({
  actualStart: at(from),
  actualFinish: at(to, '16:00'),
});
const run = (
  activities: readonly NetworkActivity[],
  links: Parameters<typeof link>[] = [],
  progress: ScheduleOptions['progress'] = 'retained-logic',
) =>
  scheduled(
    networkOf(
      activities,
      links.map((each) => link(...each)),
      { dataDate },
    ),
    { progress },
  );

describe('work that has begun', () => {
  it('keeps its actual start and goes on at the data date', () => {
    const result = run([task('a', 5, begun(2, 2)), task('b', 1)], [['a', 'b']]);
    expect(shown(result, 'a')).toBe('02T08:00-06T16:00 / 05T08:00-06T16:00 +0');
    expect(early(result, 'b')).toBe('09T08:00-09T16:00');
    expect(result.activities[0]).toMatchObject({ status: 'in-progress', remaining: 2 * DAY, drivenBy: 'actual' });
  });

  it('goes on when it is resumed', () => {
    expect(early(run([task('a', 5, begun(2, 2, { resume: at(9) }))]), 'a')).toBe('02T08:00-10T16:00');
  });

  it('ends when that is expected', () => {
    const expected = begun(2, 2, { constraints: [{ type: 'expected-finish', at: at(10, '16:00') }] });
    expect(run([task('a', 5, expected)]).activities[0]).toMatchObject({
      earlyFinish: at(10, '16:00'),
      remaining: 4 * DAY,
    });
  });

  it('is not held by constraints any more', () => {
    expect(early(run([task('a', 5, begun(2, 2, { constraints: [{ type: 'SNET', at: at(20) }] }))]), 'a')).toBe(
      '02T08:00-06T16:00',
    );
  });

  it('without anything left ends at the data date', () => {
    expect(early(run([task('a', 5, begun(2, 0))]), 'a')).toBe('02T08:00-05T08:00');
  });
});

describe('finished work', () => {
  it('keeps its dates and has no float', () => {
    const result = run([task('a', 1, finished(2, 3)), task('b', 1)], [['a', 'b']]);
    expect(shown(result, 'a')).toBe('02T08:00-03T16:00 / 02T08:00-03T16:00 +0');
    expect(early(result, 'b')).toBe('05T08:00-05T16:00');
    expect(result.activities[0]).toMatchObject({ status: 'complete', critical: false, remaining: 0 });
    expect(result.criticalPath).toEqual(['b']);
  });

  it('lets a lag run that began with it: the rest runs from the data date', () => {
    expect(early(run([task('a', 1, finished(2, 2)), task('b', 1)], [['a', 'b', 'FS', 3]]), 'b')).toBe(
      '06T08:00-06T16:00',
    );
    expect(early(run([task('a', 1, finished(2, 2)), task('b', 1)], [['a', 'b', 'FS', 2]]), 'b')).toBe(
      '05T08:00-05T16:00',
    );
    expect(early(run([task('a', 5, begun(3, 4)), task('b', 1)], [['a', 'b', 'SS', 4]]), 'b')).toBe('09T08:00-09T16:00');
  });

  it('is all there is: the project ended with it', () => {
    expect(run([task('a', 1, finished(2, 3))]).finish).toBe(at(3, '16:00'));
  });
});

describe('work out of sequence', () => {
  const started = [task('a', 5, begun(2, 3)), task('b', 4, begun(4, 3)), task('c', 1)];
  const chain: Parameters<typeof link>[] = [
    ['a', 'b'],
    ['b', 'c'],
  ];

  it('waits for its predecessors under retained logic', () => {
    const result = run(started, chain);
    expect(early(result, 'b')).toBe('04T08:00-12T16:00');
    expect(result.warnings).toContainEqual({ code: 'OUT_OF_SEQUENCE', activity: 'b', link: 'a-FS-b' });
  });

  it('goes on under progress override, and carries no late dates back', () => {
    const result = run(started, chain, 'progress-override');
    expect(early(result, 'b')).toBe('04T08:00-09T16:00');
    expect(shown(result, 'a')).toBe('02T08:00-09T16:00 / 06T08:00-10T16:00 +480');
  });

  it('runs on from its actual start by actual dates', () => {
    const result = run([task('a', 5, begun(2, 3))], [], 'actual-dates');
    expect(early(result, 'a')).toBe('02T08:00-06T16:00');
  });

  it('passes the logic on when it is finished, under retained logic only', () => {
    const through = [task('a', 5, begun(2, 3)), task('b', 1, finished(3, 3)), task('c', 1)];
    expect(early(run(through, chain), 'c')).toBe('10T08:00-10T16:00');
    expect(shown(run(through, chain), 'a')).toBe('02T08:00-09T16:00 / 05T08:00-09T16:00 +0');
    expect(early(run(through, chain, 'progress-override'), 'c')).toBe('05T08:00-05T16:00');
  });

  it('is told from reports that cannot be: dates after the data date, constraints before it', () => {
    const result = run([task('a', 5, begun(10, 3)), task('b', 1, { constraints: [{ type: 'SNET', at: at(3) }] })]);
    expect(result.warnings.map(({ code, activity }) => `${code} ${activity}`)).toEqual([
      'ACTUAL_AFTER_DATA_DATE a',
      'CONSTRAINT_BEFORE_DATA_DATE b',
      'OPEN_END a',
      'OPEN_END b',
    ]);
  });
});
