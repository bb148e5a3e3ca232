import type { FeedEvent } from '../api/feed.ts';
import { happenedIn, healthChanges } from './happened.ts';

const event = (type: string, time: string, more: Partial<FeedEvent> = {}): FeedEvent => ({
  id: `${type} ${time}`,
  type,
  subject: 'x',
  time,
  effective: time,
  actor: 'a',
  engagementid: 'e1',
  feedsequence: 1,
  data: {},
  ...more,
});

describe('what happened since the last visit', () => {
  it('is told once for each kind and engagement, in groups, the latest first', () => {
    const told = happenedIn([
      event('risk.IssueRaised', '2026-11-01'),
      event('risk.SlaBreached', '2026-11-03'),
      event('risk.IssueRaised', '2026-11-02'),
      event('risk.IssueRaised', '2026-11-02', { engagementid: 'e2' }),
      event('reporting.KpiThresholdCrossed', '2026-10-30'),
      event('risk.RiskReviewed', '2026-11-04'),
    ]);
    expect(told.map(({ group, type, engagement, count }) => `${group} ${type} ${engagement} ${count}`)).toEqual([
      'crossings reporting.KpiThresholdCrossed e1 1',
      'issues risk.SlaBreached e1 1',
      'issues risk.IssueRaised e1 2',
      'issues risk.IssueRaised e2 1',
    ]);
  });

  it('tells corrections of whatever type as such', () => {
    const [line] = happenedIn([event('scheduling.ActualCostRecorded', '2026-11-01', { corrects: 'other' })]);
    expect(line?.group).toBe('restatements');
    expect(happenedIn([event('scheduling.ActualCostRecorded', '2026-11-01')])).toEqual([]);
  });

  it('names engagements whose colour changed, but not new ones', () => {
    const line = (engagementId: string, colour: 'red' | 'green') => ({ engagementId, health: { colour, reasons: [] } });
    expect(
      healthChanges([line('a', 'green'), line('b', 'red')], [line('a', 'red'), line('b', 'red'), line('c', 'red')]),
    ).toEqual([{ engagement: 'a', before: 'green', after: 'red' }]);
  });
});
