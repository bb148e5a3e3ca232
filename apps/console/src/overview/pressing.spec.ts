import type { Clock, Issue, Risk } from '../api/views.ts';
import { pressingClocks } from './pressing.ts';
import { topRisks } from './gravest-risks.ts';

const clock = (state: string, due?: string): Clock => ({
  clockId: state,
  clock: 'resolve',
  state,
  targetMinutes: 60,
  elapsedMinutes: 0,
  ...(due && { due }),
});
const issue = (title: string, ...clocks: Clock[]): Issue => ({
  issueId: title,
  severity: 2,
  title,
  origin: { kind: 'person' },
  state: 'raised',
  raisedAt: '',
  since: '',
  clocks,
  escalations: [],
});

describe('what presses', () => {
  it('is first what was breached, then what is due next; nothing that has stopped', () => {
    const issues = [
      issue('later', clock('running', '2027-03-02')),
      issue('sooner', clock('running', '2027-03-01'), clock('met')),
      issue('waits', clock('paused')),
      issue('over', clock('breached', '2027-03-09')),
    ];
    expect(pressingClocks(issues).map(({ issue: { title } }) => title)).toEqual(['over', 'sooner', 'later', 'waits']);
  });

  it('is the gravest open risk', () => {
    const risk = (title: string, score: number, state = 'open') =>
      ({ riskId: title, title, state, current: { likelihood: 1, impact: 1, score, aboveAppetite: false } }) as Risk;
    expect(topRisks([risk('low', 2), risk('high', 20), risk('gone', 25, 'closed')]).map(({ title }) => title)).toEqual([
      'high',
      'low',
    ]);
  });
});
