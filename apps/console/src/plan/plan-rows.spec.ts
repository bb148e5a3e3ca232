import { planLinks, planRows } from './plan-rows.ts';
import type { Activity } from './plan-views.ts';

const activity = (wbs: string, part: Partial<Activity> = {}): Activity => ({
  activityId: `id-${wbs}`,
  code: wbs,
  wbs,
  name: wbs,
  type: 'task',
  duration: 480,
  predecessors: [],
  ...part,
});
const scheduled = {
  earlyStart: '2027-01-04T08:00:00.000Z',
  earlyFinish: '2027-01-06T16:00:00.000Z',
  lateStart: '2027-01-05T08:00:00.000Z',
  lateFinish: '2027-01-08T16:00:00.000Z',
  totalFloat: 960,
  freeFloat: 0,
  critical: false,
};

describe('rows of the plan', () => {
  it('let summaries reach over all below them, done by the weight of the work', () => {
    const rows = planRows([
      activity('1', { type: 'summary', duration: 0 }),
      activity('1.1', {
        start: '2027-01-04T08:00:00.000Z',
        finish: '2027-01-05T16:00:00.000Z',
        doneBp: 10_000,
        done: 960,
        remaining: 0,
      }),
      activity('1.2', { type: 'summary', duration: 0 }),
      activity('1.2.1', { scheduled }),
      activity('2', { type: 'finish-milestone', duration: 0, finish: '2027-01-09T16:00:00.000Z' }),
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['summary', 'task', 'summary', 'task', 'milestone']);
    expect(rows[0]).toMatchObject({
      start: Date.parse('2027-01-04T08:00:00.000Z'),
      finish: Date.parse('2027-01-06T16:00:00.000Z'),
      minutes: 1440,
    });
    expect(rows[0]?.done).toBeCloseTo(960 / 1440);
    expect(rows[2]).toMatchObject({ minutes: 480, done: 0 });
    expect(rows[4]).toMatchObject({ label: '2' });
  });

  it('show float and what is critical only of what is not over', () => {
    const open = { scheduled: { ...scheduled, critical: true } };
    const [running, over] = planRows([
      activity('1', open),
      activity('2', { ...open, actualFinish: '2027-01-06T16:00:00.000Z' }),
    ]);
    expect(running).toMatchObject({ critical: true, floatUntil: Date.parse(scheduled.lateFinish) });
    expect(over).toMatchObject({ critical: false, done: 1 });
    expect(over?.floatUntil).toBeUndefined();
  });

  it('are linked as the plan says', () => {
    const link = { linkId: 'l', activityId: 'id-1', lag: 0 };
    const links = planLinks([
      activity('1'),
      activity('2', {
        predecessors: [
          { ...link, type: 'SS' },
          { ...link, type: 'XX' },
        ],
      }),
    ]);
    expect(links).toEqual([{ from: 'id-1', to: 'id-2', kind: 'SS' }]);
  });
});
