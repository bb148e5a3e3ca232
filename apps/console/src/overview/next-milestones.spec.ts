import type { PlanActivity } from '../api/views.ts';
import { expectedFinish, nextMilestones } from './next-milestones.ts';

const milestone = (code: string, part: Partial<PlanActivity>): PlanActivity => ({
  activityId: code,
  code,
  wbs: '1',
  name: code,
  type: 'finish-milestone',
  ...part,
});

describe('milestones', () => {
  it('come in the order in which they will be reached, without those that were', () => {
    const milestones = [
      milestone('later', { finish: '2027-05-01' }),
      milestone('reached', { finish: '2027-01-01', actualFinish: '2027-01-02' }),
      milestone('slipped', {
        finish: '2027-02-01',
        scheduled: { earlyStart: '', earlyFinish: '2027-06-01', totalFloat: 0, critical: true },
      }),
    ];
    expect(nextMilestones(milestones).map(({ code }) => code)).toEqual(['later', 'slipped']);
    expect(expectedFinish(milestone('x', { baselineFinish: '2027-03-01' }))).toBe('2027-03-01');
  });
});
