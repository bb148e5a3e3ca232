import { changesOf } from './changes.ts';

const told = (data: object, type = 'risk.RiskAssessed') => ({ type, data }) as Parameters<typeof changesOf>[0];

describe('what an event changed', () => {
  const identified = told({ riskId: 'r', title: 'Late hardware', likelihood: 3, impact: 4 }, 'risk.RiskIdentified');

  it('is every field it set anew, with what was said before', () => {
    expect(changesOf(told({ riskId: 'r', likelihood: 4, impact: 4, score: 16 }), [identified])).toEqual([
      { field: 'likelihood', before: 3, after: 4 },
      { field: 'score', after: 16 },
    ]);
  });

  it('looks at the same part of the stream only', () => {
    const residual = told({ riskId: 'r', rated: 'residual', likelihood: 1 });
    const current = told({ riskId: 'r', rated: 'current', likelihood: 5 });
    expect(changesOf(current, [identified, residual])).toEqual([
      { field: 'rated', after: 'current' },
      { field: 'likelihood', before: 3, after: 5 },
    ]);
    const first = told({ planId: 'p', activityId: 'a', name: 'Survey' }, 'scheduling.ActivityAdded');
    const other = told({ planId: 'p', activityId: 'b', name: 'Cutover' }, 'scheduling.ActivityAdded');
    const renamed = told({ planId: 'p', activityId: 'a', name: 'Site survey' }, 'scheduling.ActivityChanged');
    expect(changesOf(renamed, [first, other])).toEqual([{ field: 'name', before: 'Survey', after: 'Site survey' }]);
  });

  it('names nested fields, keeps lists whole, and says nothing where nothing changed', () => {
    const before = told({ target: { likelihood: 2, impact: 3 }, tags: ['a'] });
    expect(changesOf(told({ target: { likelihood: 2, impact: 1 }, tags: ['a', 'b'] }), [before])).toEqual([
      { field: 'target.impact', before: 3, after: 1 },
      { field: 'tags', before: ['a'], after: ['a', 'b'] },
    ]);
    expect(changesOf(before, [before])).toEqual([]);
  });
});
