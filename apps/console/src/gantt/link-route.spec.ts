import { arrowOf, pathOf, routeOf } from './link-route.ts';

const above = { left: 100, right: 200, y: 15 };
const route = (kind: 'FS' | 'SS' | 'FF' | 'SF', to: { left: number; right: number; y: number }) =>
  routeOf({ kind, from: above, to, rowHeight: 30 });

describe('the way of a link', () => {
  it('goes straight down where the next one begins later', () => {
    expect(route('FS', { left: 230, right: 300, y: 45 })).toEqual([
      { x: 200, y: 15 },
      { x: 207, y: 15 },
      { x: 207, y: 45 },
      { x: 226, y: 45 },
    ]);
  });

  it('goes around between the rows where the next one begins before the end', () => {
    const points = route('FS', { left: 150, right: 300, y: 75 });
    expect(points.map(({ y }) => y)).toEqual([15, 15, 60, 60, 75, 75]);
    expect(points.at(-1)).toEqual({ x: 146, y: 75 });
    expect(
      routeOf({ kind: 'FS', from: { ...above, y: 75 }, to: { left: 150, right: 300, y: 15 }, rowHeight: 30 })[2],
    ).toEqual({ x: 207, y: 30 });
  });

  it('leaves and enters on the side that its kind says', () => {
    const to = { left: 150, right: 300, y: 45 };
    const ends = (kind: 'SS' | 'FF' | 'SF') => [route(kind, to)[0]?.x, route(kind, to).at(-1)?.x];
    expect(ends('SS')).toEqual([100, 146]);
    expect(ends('FF')).toEqual([200, 304]);
    expect(ends('SF')).toEqual([100, 304]);
    expect(route('SS', to)[1]?.x).toBe(93);
    expect(route('FF', to)[1]?.x).toBe(311);
  });

  it('ends in an arrow that points where it goes', () => {
    const points = route('FF', { left: 150, right: 300, y: 45 });
    expect(arrowOf(points)).toBe('M300 45L304 42L304 48Z');
    expect(pathOf(points)).toMatch(/^M200 15L311 15L311 45L304 45$/);
  });
});
