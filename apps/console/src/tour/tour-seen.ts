import { Store } from '../live/store.ts';

const SEEN = 'bw.tour';

/** Whether the reader took the tour or declined it, in this browser. */
export const tourSeen = new Store(typeof localStorage === 'undefined' || localStorage.getItem(SEEN) !== null);

export function noteTourSeen(): void {
  localStorage.setItem(SEEN, 'seen');
  tourSeen.set(true);
}
