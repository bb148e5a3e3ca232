import { useEffect, useState } from 'react';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';

const SECOND = 1_000;

/**
 * The server's time, second by second: its answer said when it was, and since then our clock has run on, however wrong it
 * may be. In the past nothing ticks. `isWanted` says whether anything on the page changes by itself.
 */
export function useServerNow(asOf: string, answeredAt: number, isWanted: boolean): number {
  const past = isPast(usePoint());
  const [now, setNow] = useState(() => Date.now());
  const isTicking = isWanted && !past;
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [isTicking]);
  return isTicking ? Date.parse(asOf) + Math.max(0, now - answeredAt) : Date.parse(asOf);
}
