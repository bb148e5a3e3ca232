import { t, tCode } from './t.ts';

describe('texts', () => {
  it('fill in values and know plurals', () => {
    expect(t('why.back', { title: 'CPI' })).toBe('Back to CPI');
    expect([1, 3].map((count) => t('portfolio.openIssues', { count }))).toEqual(['1 issue', '3 issues']);
  });

  it('show codes that are newer than the console in words', () => {
    expect([tCode('clock', 'met-late'), tCode('clock', 'HELD_BACK')]).toEqual(['met late', 'held back']);
  });
});
