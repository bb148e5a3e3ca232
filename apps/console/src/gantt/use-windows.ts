import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { HEAD_HEIGHT, ROW_HEIGHT } from './bar.ts';
import { type Window1D, windowOf } from './row-window.ts';

const ROW_STEP = 8;
const ACROSS_STEP = 480;

/** More rows than this are not printed: nobody reads a hundred pages of bars. */
const MOST_PRINTED = 1_000;

export interface Windows {
  readonly rows: Window1D;
  readonly across: Window1D;
  /** What the eye sees of the box, in pixels. */
  readonly room: { readonly width: number; readonly height: number };
  readonly isPrinting: boolean;
}

interface Sizes {
  readonly count: number;
  /** Width of the columns to the left of the chart. */
  readonly side: number;
  readonly chartWidth: number;
}

const UNMEASURED = { width: 1000, height: 600 };

/** Which rows and which stretch of time are drawn, following what is scrolled into sight. */
export function useWindows(box: RefObject<HTMLElement | null>, { count, side, chartWidth }: Sizes) {
  const [scroll, setScroll] = useState({ top: 0, left: 0, room: UNMEASURED });
  const [isPrinting, setPrinting] = useState(false);

  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { scrollTop, scrollLeft, clientWidth: width, clientHeight: height } = element;
    setScroll((before) => {
      const isSame =
        before.room.width === width &&
        before.room.height === height &&
        isSameStep(before.top, scrollTop, ROW_STEP * ROW_HEIGHT) &&
        isSameStep(before.left, scrollLeft, ACROSS_STEP);
      return isSame ? before : { top: scrollTop, left: scrollLeft, room: { width, height } };
    });
  }, [box]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    const [begin, end] = [() => setPrinting(true), () => setPrinting(false)];
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, [box, measure]);

  const { top, left, room } = scroll;
  const whole: Windows = {
    rows: { first: 0, end: Math.min(count, MOST_PRINTED) },
    across: { first: 0, end: chartWidth },
    room,
    isPrinting,
  };
  const seen: Windows = {
    rows: rowsInSight(top, room.height, count),
    across: windowOf({ offset: left, room: room.width - side, length: chartWidth, step: ACROSS_STEP }),
    room,
    isPrinting,
  };
  return { ...(isPrinting ? whole : seen), measure };
}

function rowsInSight(top: number, height: number, count: number): Window1D {
  return windowOf({
    offset: top / ROW_HEIGHT,
    room: (height - HEAD_HEIGHT) / ROW_HEIGHT,
    length: count,
    step: ROW_STEP,
  });
}

const isSameStep = (before: number, now: number, step: number): boolean =>
  Math.floor(before / step) === Math.floor(now / step);
