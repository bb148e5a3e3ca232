import type { Instant } from '@bw/kernel';
import type { ClockState } from './clock.ts';

/** A figure over clocks or issues, or the reason why there is none (CL17). */
export type ClockFigure<Value> =
  { readonly value: Value } | { readonly value: null; readonly undefinedReason: 'NOTHING_DUE' };

/** What the figures need of a clock's reading. */
export interface CountedClock {
  readonly state: ClockState;
  readonly due?: Instant;
  readonly elapsedMinutes: number;
}

/** K14, K15: met in target / clocks due by the end of the window, in basis points. */
export function shareInTarget(
  clocks: readonly CountedClock[],
  windowEnd: Instant,
): ClockFigure<number> & { readonly met: number; readonly due: number } {
  throw new Error(`no share yet of ${clocks.length} by ${windowEnd}`);
}

/** K16: mean elapsed working minutes of stopped clocks, rounded once, half to even. */
export function meanTimeToResolve(clocks: readonly CountedClock[]): ClockFigure<number> {
  throw new Error(`no mean yet of ${clocks.length}`);
}

/** K17: issues reopened / issues resolved, in basis points; an issue counts once in each. */
export function reopenRate(
  resolved: Iterable<string>,
  reopened: Iterable<string>,
): ClockFigure<number> & { readonly reopened: number; readonly resolved: number } {
  throw new Error(`no rate yet of ${[...resolved].length} and ${[...reopened].length}`);
}

/** K18, K22: the nearest-rank 90th percentile: value number ceil(0.9 n) of the sorted list. */
export function percentile90(minutes: readonly number[]): ClockFigure<number> {
  throw new Error(`no percentile yet of ${minutes.length}`);
}
