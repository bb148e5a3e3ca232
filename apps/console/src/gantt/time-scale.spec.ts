import { DAY_MS, extentOf, instantAt, scaleFor, xAt } from './time-scale.ts';

const from = Date.parse('2027-01-01T00:00:00Z');
const extent = { from, until: from + 100 * DAY_MS };

describe('the scale of time', () => {
  it('says where instants lie, and back', () => {
    const scale = scaleFor(extent, 'week', 400);
    expect(instantAt(scale, xAt(scale, from + 3 * DAY_MS))).toBeCloseTo(from + 3 * DAY_MS, -3);
    expect(xAt(scale, from)).toBeGreaterThan(0);
  });

  it('shows everything in the room there is, or is as long as it must be', () => {
    expect(scaleFor(extent, 'fit', 900).width).toBe(900);
    expect(xAt(scaleFor(extent, 'fit', 900), extent.until)).toBeLessThan(900);
    expect(scaleFor(extent, 'day', 900).width).toBeGreaterThan(3_000);
  });

  it('does not blow up a plan of one instant', () => {
    expect(scaleFor({ from, until: from }, 'fit', 900).pixelsADay).toBeLessThanOrEqual(34);
  });

  it('reaches over all that the rows show, and over further instants only where there are rows', () => {
    expect(extentOf([{ start: 5, finish: 9 }, { baselineStart: 2 }, { floatUntil: 12 }], [20, undefined])).toEqual({
      from: 2,
      until: 20,
    });
    expect(extentOf([{}], [20])).toBeUndefined();
  });
});
