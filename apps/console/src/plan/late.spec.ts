import { drivingOf, whyLate } from './late.ts';
import type { Activity } from './plan-views.ts';

const day = (number: number) => `2027-01-${String(number).padStart(2, '0')}T16:00:00.000Z`;
const activity = (id: string, part: Partial<Activity>): Activity => ({
  activityId: id,
  code: id,
  wbs: id,
  name: id,
  type: 'task',
  duration: 480,
  predecessors: [],
  ...part,
});
const after = (id: string, type = 'FS', lag = 0) => ({ activityId: id, linkId: `l-${id}`, type, lag });
const known = (...all: Activity[]) => new Map(all.map((each) => [each.activityId, each]));

const a = activity('a', { finish: day(5), startVariance: 0, finishVariance: 960 });
const b = activity('b', { finish: day(9) });
const c = activity('c', { finish: day(8), startVariance: 960, finishVariance: 1440, predecessors: [after('a')] });
const d = activity('d', {
  finish: day(12),
  startVariance: 1440,
  finishVariance: 1440,
  predecessors: [after('a'), after('c')],
});

describe('why an activity is late', () => {
  it('goes back along what drives it, to where the delay began', () => {
    const steps = whyLate(d, known(a, b, c, d));
    expect(steps.map(({ activity: { code }, inherited, own }) => [code, inherited, own])).toEqual([
      ['d', 1440, 0],
      ['c', 960, 480],
      ['a', 0, 960],
    ]);
  });

  it('has nothing to say of what is not late, and does not run in circles', () => {
    expect(whyLate(b, known(b))).toEqual([]);
    const loop = activity('x', { finish: day(3), startVariance: 60, finishVariance: 60, predecessors: [after('x')] });
    expect(whyLate(loop, known(loop))).toHaveLength(1);
  });
});

describe('what drives an activity', () => {
  it('is the predecessor that holds it back the longest, lag included', () => {
    const e = activity('e', { predecessors: [after('a', 'FS', 480 * 6), after('b')] });
    expect(drivingOf(e, known(a, b, e))?.activity.code).toBe('a');
    expect(drivingOf({ ...e, predecessors: [after('a'), after('b')] }, known(a, b))?.activity.code).toBe('b');
  });

  it('is nothing where no predecessor has dates', () => {
    expect(drivingOf(activity('f', { predecessors: [after('gone')] }), known())).toBeUndefined();
  });
});
