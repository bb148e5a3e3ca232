import { quantile } from './result.ts';

describe('quantiles', () => {
  const samples = Array.from({ length: 200 }, (_, index) => 200 - index);

  it('are samples, not something in between', () => {
    expect([0.5, 0.99, 1].map((share) => quantile(samples, share))).toEqual([100, 198, 200]);
    expect(quantile([7], 0.5)).toBe(7);
  });

  it('of nothing are refused', () => {
    expect(() => quantile([], 0.5)).toThrow('Nothing was measured');
  });
});
