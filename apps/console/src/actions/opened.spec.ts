import { openedIn, withOpened } from './opened.ts';

describe('what is open', () => {
  it('is what the address says; nonsense counts as not given', () => {
    expect(openedIn({ risk: 'r', do: 'risk.assess', cell: 45, tab: 'risks', issue: '', event: {} })).toEqual({
      risk: 'r',
      do: 'risk.assess',
      cell: '45',
    });
    expect(openedIn({ risk: 'x'.repeat(301) })).toEqual({});
  });

  it('changes without touching the rest of the address', () => {
    expect(withOpened({ risk: undefined, cell: '4x5' })({ tab: 'risks', risk: 'r', asOf: '2027-01-01' })).toEqual({
      tab: 'risks',
      risk: undefined,
      cell: '4x5',
      asOf: '2027-01-01',
    });
  });
});
