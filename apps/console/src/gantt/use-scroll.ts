import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { ROW_HEIGHT } from './bar.ts';
import { ACROSS_STEP, ROW_STEP, type Scroll } from './windows.ts';

const UNMEASURED: Scroll = { top: 0, left: 0, width: 1000, height: 600 };

/** Where the box is scrolled to, in steps: between them nothing needs to be drawn anew. */
export function useScroll(box: RefObject<HTMLElement | null>): Scroll & { readonly measure: () => void } {
  const [scroll, setScroll] = useState(UNMEASURED);
  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = element;
    setScroll((before) => (isSame(before, { top, left, width, height }) ? before : { top, left, width, height }));
  }, [box]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [box, measure]);
  return { ...scroll, measure };
}

function isSame(before: Scroll, now: Scroll): boolean {
  const isSameStep = (a: number, b: number, step: number) => Math.floor(a / step) === Math.floor(b / step);
  return (
    before.width === now.width &&
    before.height === now.height &&
    isSameStep(before.top, now.top, ROW_STEP * ROW_HEIGHT) &&
    isSameStep(before.left, now.left, ACROSS_STEP)
  );
}

/** Paper shows everything at once. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useLayoutEffect(() => {
    const [begin, end] = [() => setPrinting(true), () => setPrinting(false)];
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
