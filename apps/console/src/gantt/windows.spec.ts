import { pageOf, topFor, windowsOf, wholeOf } from './windows.ts';

const scroll = { top: 3_000, left: 1_000, width: 1_000, height: 644 };
const sizes = { count: 20_000, side: 400, chartWidth: 9_000 };

describe('what is drawn', () => {
  it('are the rows and the days in sight, and a few more', () => {
    expect(windowsOf(scroll, sizes)).toEqual({ rows: { first: 88, end: 128 }, across: { first: 480, end: 2_400 } });
  });

  it('is everything on paper, up to what anybody reads', () => {
    expect(wholeOf(sizes)).toEqual({ rows: { first: 0, end: 1_000 }, across: { first: 0, end: 9_000 } });
  });

  it('moves no further than a row needs to be seen', () => {
    expect(topFor(110, scroll)).toBe(3_000);
    expect(topFor(10, scroll)).toBe(300);
    expect(topFor(120, scroll)).toBe(121 * 30 - 600 + 4);
    expect(pageOf(scroll)).toBe(19);
  });
});
