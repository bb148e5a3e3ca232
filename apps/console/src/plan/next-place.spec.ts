import { nextPlace } from './next-place.ts';
import type { Activity } from './plan-views.ts';

const activity = (wbs: string, code: string, type = 'task') => ({ wbs, code, type }) as Activity;

describe('the place of a new activity', () => {
  const plan = [activity('1', 'S1', 'summary'), activity('1.1', 'A09'), activity('1.3', 'A11'), activity('2', 'A10')];

  it('is below what groups, and behind the neighbours of what does not', () => {
    expect(nextPlace(plan, plan[0])).toEqual({ wbs: '1.4', code: 'A12' });
    expect(nextPlace(plan, plan[1])).toEqual({ wbs: '1.4', code: 'A12' });
    expect(nextPlace(plan)).toEqual({ wbs: '3', code: 'A12' });
  });

  it('is the first of an empty plan, also where codes are no numbers', () => {
    expect(nextPlace([])).toEqual({ wbs: '1', code: 'A1' });
    expect(nextPlace([activity('1', 'KICKOFF')])).toEqual({ wbs: '2', code: 'A1' });
  });
});
