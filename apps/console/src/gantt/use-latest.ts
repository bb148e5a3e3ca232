import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same from draw to draw and does what the last one would do: rows that get it need not be drawn anew. */
export function useLatest<A extends readonly unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
