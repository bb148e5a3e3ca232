import { Store } from '../live/store.ts';

/** A wish to move in time, from a key or the palette; the bar, which knows the weeks, fulfils it. */
export interface Step {
  /** A week back or forth; 0: to now. */
  readonly direction: -1 | 0 | 1;
  /** The same wish twice is two steps. */
  readonly number: number;
}

export const wantedStep = new Store<Step | undefined>(undefined);

export function stepPoint(direction: Step['direction']): void {
  wantedStep.set({ direction, number: (wantedStep.get()?.number ?? 0) + 1 });
}
