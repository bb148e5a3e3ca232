import type { Activity } from './plan-views.ts';
import { depthOf, expectedDates, isDone } from './plan-row.ts';

const activity: Activity = {
  activityId: 'a',
  code: 'A',
  wbs: '1.2',
  name: 'A',
  duration: 480,
  predecessors: [],
  type: 'task',
  start: 's',
  finish: 'f',
};
const scheduled = {
  earlyStart: 'es',
  earlyFinish: 'ef',
  lateStart: 'ls',
  lateFinish: 'lf',
  totalFloat: 0,
  freeFloat: 0,
  critical: true,
};

describe('a row of the plan', () => {
  it('knows what is true best: facts, then the schedule, then the plan', () => {
    expect(expectedDates(activity)).toEqual({ start: 's', finish: 'f' });
    expect(expectedDates({ ...activity, scheduled })).toEqual({ start: 'es', finish: 'ef' });
    expect(expectedDates({ ...activity, scheduled, actualStart: 'as' })).toEqual({ start: 'as', finish: 'ef' });
  });

  it('is over when it has finished or nothing is left', () => {
    expect(
      [{}, { doneBp: 9_999 }, { doneBp: 10_000 }, { actualFinish: 'f' }].map((part) =>
        isDone({ ...activity, ...part }),
      ),
    ).toEqual([false, false, true, true]);
  });

  it('is indented by its work breakdown code', () => {
    expect(['1', '1.2', '1.2.10'].map(depthOf)).toEqual([0, 1, 2]);
  });
});
