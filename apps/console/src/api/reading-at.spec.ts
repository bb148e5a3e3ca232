import { allAt, freshnessAt, isSameReading, keepAtOtherPoint, readingAt } from './reading-at.ts';

const then = { asOf: '2026-03-01' };

describe('a reading at a point', () => {
  it('has its point last in its key, so that another point is another reading of the same', () => {
    const now = readingAt('evm', { plan: 'p' }, {}).queryKey;
    const past = readingAt('evm', { plan: 'p' }, then).queryKey;
    expect(isSameReading(now, past)).toBe(true);
    expect(isSameReading(now, readingAt('evm', { plan: 'q' }, {}).queryKey)).toBe(false);
    expect(isSameReading(now, allAt('evm', { plan: 'p' }, {}).queryKey)).toBe(false);
  });

  it('stays on the screen while another point of it is asked for, and only of it', () => {
    const keep = keepAtOtherPoint(readingAt('evm', { plan: 'p' }, then).queryKey);
    expect(keep('figures', { queryKey: readingAt('evm', { plan: 'p' }, {}).queryKey })).toBe('figures');
    expect(keep('figures', { queryKey: readingAt('evm', { plan: 'q' }, {}).queryKey })).toBeUndefined();
    expect(keep('figures', undefined)).toBeUndefined();
  });

  it('is kept for longer where it is of the past', () => {
    expect(freshnessAt({})).toEqual({});
    expect(freshnessAt(then).staleTime).toBeGreaterThan(60_000);
  });
});
