import { type Instant, ratio, roundHalfEven } from '@bw/kernel';
import type { ClockState } from './clock.ts';

/** A figure over clocks or issues, or the reason why there is none (CL17). */
export type ClockFigure =
  | { readonly value: number; readonly undefinedReason?: undefined }
  | { readonly value: null; readonly undefinedReason: 'NOTHING_DUE' };

/** What the figures need of a clock's reading. */
export interface CountedClock {
  readonly state: ClockState;
  readonly due?: Instant;
  readonly elapsedMinutes: number;
}

const NOTHING_DUE: ClockFigure = { value: null, undefinedReason: 'NOTHING_DUE' };

/**
 * K14, K15: met in target / clocks due by the end of the window, in basis points. Due is what was stopped, and what is
 * open with its due instant passed; cancelled clocks are left out.
 */
export function shareInTarget(
  clocks: readonly CountedClock[],
  windowEnd: Instant,
): ClockFigure & { readonly met: number; readonly due: number } {
  const due = clocks.filter(
    (clock) => isStopped(clock) || (isOpen(clock) && clock.due !== undefined && clock.due <= windowEnd),
  );
  const met = due.filter(({ state }) => state === 'met').length;
  return { ...basisPoints(met, due.length), met, due: due.length };
}

/** K16: mean elapsed working minutes of stopped clocks, rounded once, half to even. */
export function meanTimeToResolve(clocks: readonly CountedClock[]): ClockFigure {
  const stopped = clocks.filter(isStopped);
  const sum = stopped.reduce((total, { elapsedMinutes }) => total + elapsedMinutes, 0);
  return quotient(sum, stopped.length);
}

/** K17: issues reopened / issues resolved, in basis points; an issue counts once in each. */
export function reopenRate(
  resolved: Iterable<string>,
  reopened: Iterable<string>,
): ClockFigure & { readonly reopened: number; readonly resolved: number } {
  const [again, once] = [new Set(reopened).size, new Set(resolved).size];
  return { ...basisPoints(again, once), reopened: again, resolved: once };
}

/** K18, K22: the nearest-rank 90th percentile: value number ceil(0.9 n) of the sorted list. */
export function percentile90(minutes: readonly number[]): ClockFigure {
  const sorted = [...minutes].sort((a, b) => a - b);
  const value = sorted[Math.ceil((9 * sorted.length) / 10) - 1];
  return value === undefined ? NOTHING_DUE : { value };
}

function isStopped({ state }: CountedClock): boolean {
  return state === 'met' || state === 'met-late';
}

function isOpen({ state }: CountedClock): boolean {
  return !['none', 'met', 'met-late', 'cancelled'].includes(state);
}

function basisPoints(part: number, whole: number): ClockFigure {
  return quotient(part * 10_000, whole);
}

function quotient(numerator: number, denominator: number): ClockFigure {
  const exact = ratio(numerator, denominator);
  return exact ? { value: Number(roundHalfEven(exact)) } : NOTHING_DUE;
}
