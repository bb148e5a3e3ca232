import { expectationOf, expecting } from './expectations.ts';
import type { Activity } from './plan-views.ts';

const activity: Activity = {
  activityId: 'a',
  code: 'A',
  wbs: '1',
  name: 'A',
  type: 'task',
  duration: 480,
  predecessors: [],
  start: '2027-01-04T08:00:00.000Z',
  finish: '2027-01-04T16:00:00.000Z',
};

describe('what was just written', () => {
  it('shows at once where the bar was put, in the dates that are shown', () => {
    const start = Date.parse('2027-01-06T08:00:00.000Z');
    expect(expectationOf(activity, { start })).toEqual({
      start: '2027-01-06T08:00:00.000Z',
      finish: '2027-01-06T16:00:00.000Z',
    });
    const scheduled = {
      earlyStart: '2027-01-05T08:00:00.000Z',
      earlyFinish: '2027-01-05T16:00:00.000Z',
      lateStart: '',
      lateFinish: '',
      totalFloat: 0,
      freeFloat: 0,
      critical: true,
    };
    expect(expectationOf({ ...activity, scheduled }, { start }).scheduled).toMatchObject({
      earlyStart: '2027-01-06T08:00:00.000Z',
      earlyFinish: '2027-01-06T16:00:00.000Z',
    });
  });

  it('stretches with the work', () => {
    expect(expectationOf(activity, { duration: 960 })).toMatchObject({
      duration: 960,
      finish: '2027-01-05T00:00:00.000Z',
    });
    expect(expectationOf({ ...activity, start: undefined }, { duration: 960 })).toEqual({ duration: 960 });
  });

  it('leaves dates alone where only the name changed, and all other activities', () => {
    expect(expectationOf(activity, { name: 'B' })).toEqual({ name: 'B' });
    const others = [activity, { ...activity, activityId: 'b' }];
    expect(expecting(others, {})).toBe(others);
    expect(expecting(others, { b: { name: 'B' } }).map(({ name }) => name)).toEqual(['A', 'B']);
  });
});
