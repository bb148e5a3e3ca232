import { useEffect } from 'react';
import { prefetchAt } from '../api/prefetch.ts';
import { pointIn, type WantedPoint } from './point.ts';
import { stepDay } from './weeks.ts';

const REST_MS = 600;

/**
 * Fetches the weeks beside the one that is shown, so that the next step is there at once. Only in the past: most readers
 * never step from now.
 */
export function useNeighbours({ asOf, knownAt }: WantedPoint, weeks: readonly string[]): void {
  useEffect(() => {
    if (asOf === undefined || weeks.length === 0) return;
    const timer = setTimeout(() => {
      for (const direction of [-1, 1] as const) {
        const day = stepDay(asOf, direction, weeks);
        if (day !== asOf) prefetchAt(pointIn({ asOf, knownAt }), pointIn({ asOf: day, knownAt }));
      }
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [asOf, knownAt, weeks]);
}
