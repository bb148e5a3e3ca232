import { engagementSearch } from './tab.ts';

describe('the view of an engagement', () => {
  it('is the overview where the address says nothing or nonsense', () => {
    for (const search of [{}, { tab: 'nonsense' }, { tab: 7 }, { tab: 'overview' }, { plan: '' }])
      expect(engagementSearch(search)).toEqual({});
  });

  it('is what the address says', () => {
    expect(engagementSearch({ tab: 'plan', plan: 'p1', asOf: '2027-01-01' })).toEqual({ tab: 'plan', plan: 'p1' });
    const compared = { tab: 'performance', than: '2027-01-01', reported: true };
    expect(engagementSearch(compared)).toEqual(compared);
    expect(engagementSearch({ than: 'then', reported: 'yes' })).toEqual({});
  });
});
