import { linePath, scaleOf } from './sparkline-path.ts';

const BOX = { width: 100, height: 20, edge: 0 };

describe('a sparkline', () => {
  it('fits its values and the level into the box', () => {
    const scale = scaleOf([0.5, 1.5], 1, BOX);
    expect([scale.x(0), scale.x(1), scale.y(0.5), scale.y(1), scale.y(1.5)]).toEqual([0, 100, 20, 10, 0]);
  });

  it('keeps a calm line calm', () => {
    const scale = scaleOf([1, 1.02], 1, BOX);
    expect(scale.y(1) - scale.y(1.02)).toBeLessThan(5);
  });

  it('has a gap where there was no value', () => {
    const values = [1, undefined, 0.9, 1.1];
    expect(linePath(values, scaleOf(values, 1, BOX))).toBe('M0 10M66.7 20L100 0');
    expect(linePath([], scaleOf([], 1, BOX))).toBe('');
  });
});
