import { HEAD_HEIGHT, ROW_HEIGHT } from './bar.ts';
import { type Window1D, windowOf } from './row-window.ts';

export const ROW_STEP = 8;
export const ACROSS_STEP = 480;

/** More rows than this are not printed: nobody reads a hundred pages of bars. */
const MOST_PRINTED = 1_000;

/** Where the box is scrolled to, and what the eye sees of it, in pixels. */
export interface Scroll {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

interface Sizes {
  /** Of the rows. */
  readonly count: number;
  /** Width of the columns to the left of the chart. */
  readonly side: number;
  readonly chartWidth: number;
}

export interface Windows {
  readonly rows: Window1D;
  readonly across: Window1D;
}

/** Which rows and which stretch of time are drawn. */
export function windowsOf({ top, left, width, height }: Scroll, { count, side, chartWidth }: Sizes): Windows {
  return {
    rows: windowOf({
      offset: top / ROW_HEIGHT,
      room: (height - HEAD_HEIGHT) / ROW_HEIGHT,
      length: count,
      step: ROW_STEP,
    }),
    across: windowOf({ offset: left, room: width - side, length: chartWidth, step: ACROSS_STEP }),
  };
}

/** On paper. */
export const wholeOf = ({ count, chartWidth }: Sizes): Windows => ({
  rows: { first: 0, end: Math.min(count, MOST_PRINTED) },
  across: { first: 0, end: chartWidth },
});

/** Rows that a page up or down goes past: one of those in sight stays. */
export const pageOf = ({ height }: Scroll): number => Math.max(1, Math.floor((height - HEAD_HEIGHT) / ROW_HEIGHT) - 1);

/** Where the box must be scrolled to for a row to be in sight. */
export function topFor(place: number, { top, height }: Scroll): number {
  const [begin, room] = [place * ROW_HEIGHT, height - HEAD_HEIGHT];
  if (begin < top) return begin;
  return begin + ROW_HEIGHT > top + room ? begin + ROW_HEIGHT - room + 4 : top;
}
