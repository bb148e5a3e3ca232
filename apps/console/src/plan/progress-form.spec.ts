import { progressAtFirst, progressBody, valuesOf, withdrawal } from './progress-form.ts';
import type { Activity, WholePlan } from './plan-views.ts';

const zone = 'Europe/Berlin';
const activity: Activity = {
  activityId: 'a',
  code: 'A',
  wbs: '1',
  name: 'A',
  type: 'task',
  duration: 960,
  predecessors: [],
  start: '2027-03-29T06:00:00.000Z',
};
const plan = { planId: 'p', dataDate: '2027-04-02T15:00:00.000Z' } as WholePlan;

describe('a report of progress', () => {
  it('begins with what is known', () => {
    expect(progressAtFirst(activity, plan, zone)).toEqual({
      statusDate: '2027-04-02',
      actualStart: '2027-03-29',
      actualDuration: '0',
      remainingDuration: '2',
    });
    expect(progressAtFirst({ ...activity, start: '2027-05-01T06:00:00.000Z' }, plan, zone)).not.toHaveProperty(
      'actualStart',
    );
  });

  it('is for the end of its day, but not after the data date of that day; known instants stay', () => {
    const values = {
      statusDate: '2027-04-02',
      actualStart: '2027-03-29',
      actualDuration: '1',
      remainingDuration: '4h',
    };
    expect(progressBody(values, plan, activity, zone)).toEqual({
      planId: 'p',
      statusDate: '2027-04-02T15:00:00.000Z',
      actualStart: '2027-03-29T06:00:00.000Z',
      actualDuration: 480,
      remainingDuration: 240,
    });
    const earlier = progressBody(
      { ...values, statusDate: '2027-04-01', actualStart: '2027-03-30', actualFinish: '2027-04-01' },
      plan,
      activity,
      zone,
    );
    expect(earlier).toMatchObject({
      statusDate: '2027-04-01T21:59:59.999Z',
      actualStart: '2027-03-29T22:00:00.000Z',
      actualFinish: '2027-04-01T21:59:59.999Z',
    });
  });

  it('comes back into the form as it was, and is taken back by what held before it', () => {
    const report = {
      eventId: 'e2',
      statusDate: '2027-04-02T15:00:00.000Z',
      actualStart: activity.start,
      actualDuration: 480,
      remainingDuration: 240,
    };
    expect(valuesOf(report, zone)).toMatchObject({
      statusDate: '2027-04-02',
      actualDuration: '1',
      remainingDuration: '0.5',
    });
    expect(withdrawal(undefined, report, activity, 'p')).toMatchObject({
      corrects: 'e2',
      actualDuration: 0,
      remainingDuration: 960,
    });
    expect(withdrawal({ ...report, eventId: 'e1', actualDuration: 100 }, report, activity, 'p')).toMatchObject({
      corrects: 'e2',
      actualDuration: 100,
      actualStart: activity.start,
    });
  });
});
