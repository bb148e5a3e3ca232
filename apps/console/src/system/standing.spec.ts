import { lagsOf, type Standing } from './standing.ts';

const standing = (log: number, consumed: Readonly<Record<string, number>> = {}): Standing => ({
  log,
  consumed,
  pending: 0,
});

describe('lags', () => {
  it('are what a log holds beyond what was taken in', () => {
    expect(lagsOf({ engagement: standing(12), risk: standing(3, { engagement: 10 }) })).toEqual([
      { service: 'risk', source: 'engagement', position: 10, behind: 2 },
    ]);
  });

  it('are nothing where the consumer was asked later than the log', () => {
    expect(lagsOf({ engagement: standing(9), risk: standing(3, { engagement: 10 }) })).toMatchObject([{ behind: 0 }]);
  });

  it('are not told of a log that does not answer', () => {
    expect(lagsOf({ risk: standing(3, { engagement: 10 }) })).toEqual([]);
  });
});
