import { hiddenIn, nextSort, portfolioSearch, sortIn } from './search.ts';

describe('a view of the portfolio', () => {
  it('is everything where the address says nothing or nonsense', () => {
    for (const search of [{}, { health: 'blue' }, { group: 'moon' }, { sort: 'luck' }, { hide: 'x,y' }, { q: '' }])
      expect(portfolioSearch(search)).toEqual({});
  });

  it('is what the address says', () => {
    const search = {
      q: 'ward',
      client: 'c',
      state: 'active',
      health: 'red',
      sort: '-cpi',
      group: 'client',
      hide: 'cpi,trend',
    };
    expect(portfolioSearch({ ...search, asOf: '2027-01-01' })).toEqual({ ...search, hide: 'trend,cpi' });
    expect(portfolioSearch({ q: 2026 })).toEqual({ q: '2026' });
    expect(hiddenIn('cpi,nothing')).toEqual(['cpi']);
  });

  it('sorts upwards, downwards, and by need again', () => {
    expect(nextSort(sortIn(undefined), 'cpi')).toBe('cpi');
    expect(nextSort(sortIn('cpi'), 'cpi')).toBe('-cpi');
    expect(nextSort(sortIn('-cpi'), 'cpi')).toBeUndefined();
    expect(nextSort(sortIn('-cpi'), 'eac')).toBe('eac');
  });
});
