import { Store } from './store.ts';

/** From here on a wrong clock is worth a word: running clocks of issues are counted in minutes. */
const TOLERATED_MS = 2 * 60_000;

/** By how many milliseconds the server's clock is ahead of the browser's; 0 while they agree well enough. */
export const clockSkew = new Store(0);

/**
 * Compares clocks by an answer's `Date` header, which has whole seconds. A slow answer says little, and one from a
 * cache nothing.
 */
export function noteServerDate(header: string | null, sent: number, received: number): void {
  const server = Date.parse(header ?? '');
  if (isNaN(server) || received - sent > TOLERATED_MS / 4) return;
  const skew = server + 500 - (sent + received) / 2;
  const tells = Math.abs(skew) > TOLERATED_MS;
  // Kept while it stays about the same, so that pages are not drawn anew with every answer.
  if (!tells) clockSkew.set(0);
  else if (Math.abs(skew - clockSkew.get()) > 5_000) clockSkew.set(Math.round(skew));
}

/** Now, by the server's clock where the browser's is wrong: for everything that counts down or up. */
export const serverNow = (): number => Date.now() + clockSkew.get();
