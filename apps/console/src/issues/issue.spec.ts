import { breachedClocks, type ClockLine, inOrder, type IssueLine } from './issue.ts';

const clock = (state: string, due?: string): ClockLine => ({
  clockId: `${state} ${due ?? ''}`,
  clock: 'resolve',
  state,
  targetMinutes: 60,
  elapsedMinutes: 10,
  pausedMinutes: 0,
  remainingMinutes: 50,
  cycle: 1,
  warnAtBp: [],
  ...(due && { due }),
});
const issue = (issueId: string, severity: number, more: Partial<IssueLine> = {}): IssueLine => ({
  issueId,
  severity,
  title: issueId,
  origin: { kind: 'person' },
  state: 'open',
  raisedAt: '2027-01-01T00:00:00.000Z',
  since: '2027-01-01T00:00:00.000Z',
  reopened: false,
  clocks: [],
  escalations: [],
  ...more,
});

describe('issues', () => {
  const issues = [
    issue('over', 1, { state: 'resolved', clocks: [clock('breached')] }),
    issue('later', 2, { clocks: [clock('running', '2027-01-03T00:00:00.000Z')] }),
    issue('sooner', 2, { clocks: [clock('running', '2027-01-02T00:00:00.000Z')] }),
    issue('breached', 4, { clocks: [clock('met'), clock('breached-paused')] }),
    issue('worst', 1),
  ];

  it('come breached first, then by severity, then by what is due', () => {
    expect(inOrder(issues).map(({ title }) => title)).toEqual(['breached', 'worst', 'sooner', 'later', 'over']);
  });

  it('count their breached clocks while they are open', () => {
    expect(breachedClocks(issues)).toBe(1);
  });
});
