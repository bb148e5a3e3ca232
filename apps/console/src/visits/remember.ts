import { feedHead } from '../live/live.ts';
import { Store } from '../live/store.ts';
import { currentSession } from '../session/sign-in.ts';
import { type Mark, visited, visitsIn } from './visit.ts';

/** Where the feed stood at the end of the reader's last visit; undefined on the first one. Kept in this browser. */
export const lastVisit = new Store<Mark | undefined>(undefined);

const keyOf = (user: string): string => `bw.visits.${user}`;

/** Remembers how far the reader has seen, for as long as the page is in sight. */
export function rememberVisit(): () => void {
  const note = () => {
    const [user, sequence] = [currentSession()?.user, feedHead.get()];
    if (user === undefined || sequence === undefined || document.visibilityState === 'hidden') return;
    const visits = visited(visitsIn(localStorage.getItem(keyOf(user))), { sequence, at: Date.now() });
    localStorage.setItem(keyOf(user), JSON.stringify(visits));
    const [before, shown] = [visits.before, lastVisit.get()];
    if (before?.sequence !== shown?.sequence || before?.at !== shown?.at) lastVisit.set(before);
  };
  const stopListening = feedHead.subscribe(note);
  document.addEventListener('visibilitychange', note);
  note();
  return () => {
    stopListening();
    document.removeEventListener('visibilitychange', note);
  };
}
