import { isPast, pointIn, queryOf } from './point.ts';

describe('the point of a page', () => {
  it('is now where the address says nothing or nonsense', () => {
    for (const search of [{}, { asOf: 'yesterday' }, { asOf: 7 }, { knownAt: '2026-13-45' }]) {
      expect(pointIn(search)).toEqual({});
      expect(isPast(pointIn(search))).toBe(false);
    }
  });

  it('is what the address says', () => {
    expect(pointIn({ asOf: '2026-03-29', knownAt: '2026-04-01', tab: 'x' })).toEqual({
      asOf: '2026-03-29',
      knownAt: '2026-04-01',
    });
    expect(isPast({ knownAt: '2026-04-01' })).toBe(true);
  });

  it('asks for the last instant of the day in UTC, whatever zone the reader is in', () => {
    expect(queryOf({ asOf: '2026-03-29', knownAt: '2026-04-01' })).toEqual({
      asOf: '2026-03-29T23:59:59.999Z',
      knownAt: '2026-04-01T23:59:59.999Z',
    });
    expect(queryOf({})).toEqual({});
  });
});
