import { quantile, reaches } from './result.ts';

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

describe('bars', () => {
  it('are reached from the side that is better', () => {
    expect(reaches({ value: 99, bar: 100, better: 'lower' })).toBe(true);
    expect(reaches({ value: 0, bar: 0, better: 'lower' })).toBe(true);
    expect(reaches({ value: 101, bar: 100, better: 'lower' })).toBe(false);
    expect(reaches({ value: 99, bar: 100, better: 'higher' })).toBe(false);
  });

  it('are nothing to those that have none', () => {
    expect(reaches({ value: 1 })).toBeUndefined();
  });
});
