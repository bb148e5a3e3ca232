import { queries } from '../api/queries.ts';
import { isPast, type WantedPoint } from '../two-times/point.ts';
import { currentSession, renewSession } from '../session/sign-in.ts';
import { waitBefore } from './backoff.ts';
import { isOneOf, readingsChangedBy } from './families.ts';
import { sseParser } from './sse.ts';
import { Store } from './store.ts';

/** How the page learns of what happens. */
export interface LiveState {
  readonly kind: 'connecting' | 'live' | 'reconnecting';
  /** Since when it is so; milliseconds since 1970. */
  readonly since: number;
}

/** Readings take an event in a moment after the feed has it; and a burst of events is one change. */
const GATHER_MS = 400;
/** Heartbeats come every 15 s: a stream that is silent for longer is dead. */
const SILENCE_MS = 40_000;

export const liveState = new Store<LiveState>({ kind: 'connecting', since: Date.now() });
/** Events as they come, for pages that show them: the newest number of the feed. */
export const feedHead = new Store<number | undefined>(undefined);

/** Follows the feed from now on, for as long as the page is open, and asks readings anew that an event may have changed. */
export function followFeed(): () => void {
  const stopping = new AbortController();
  void follow(stopping.signal);
  return () => stopping.abort();
}

async function follow(signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const began = Date.now();
    await once(signal);
    if (signal.aborted) return;
    // The server ends a stream after a quarter of an hour: that is no trouble.
    if (Date.now() - began > SILENCE_MS) attempt = 0;
    if (attempt > 0 || liveState.get().kind === 'live') become('reconnecting');
    await pause(attempt === 0 ? 0 : waitBefore(attempt), signal);
  }
}

/** One connection, until it ends in whatever way. */
async function once(signal: AbortSignal): Promise<void> {
  const dead = new AbortController();
  let alive = setTimeout(() => dead.abort(), SILENCE_MS);
  try {
    const head = feedHead.get() ?? (await readHead(signal));
    const answer = await fetch(`/api/v1/events/stream?after=${head}`, {
      headers: { ...authorization(), 'last-event-id': String(head) },
      signal: AbortSignal.any([signal, dead.signal]),
    });
    if (answer.status === 401) await renewSession();
    if (!answer.ok || !answer.body) return;
    if (feedHead.get() === undefined) feedHead.set(head);
    else void queries.invalidateQueries(); // whatever happened while nobody listened
    become('live');
    const feed = sseParser(({ id, event }) => {
      if (id !== undefined) feedHead.set(Number(id));
      if (event !== undefined) gather(event);
    });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(alive);
      alive = setTimeout(() => dead.abort(), SILENCE_MS);
      feed(value);
    }
  } catch (error) {
    // A lost connection is what all this is for; the next try follows. Anything else is a fault and must be seen.
    if (!isConnectionLoss(error)) throw error;
  } finally {
    clearTimeout(alive);
  }
}

const authorization = (): Record<string, string> => {
  const session = currentSession();
  return session ? { authorization: `Bearer ${session.token}` } : {};
};

/** The number of the last event so far: what happened before is on the screen already. */
async function readHead(signal: AbortSignal): Promise<number> {
  const answer = await fetch('/api/v1/events?last=1', { headers: authorization(), signal });
  if (answer.status === 401) await renewSession();
  if (!answer.ok) throw new TypeError(`The feed answered with status ${answer.status}.`);
  const text = await answer.text();
  return text === '' ? 0 : (JSON.parse(text) as { readonly feedsequence: number }).feedsequence;
}

/** `fetch` rejects with a TypeError where there is no connection, and with an AbortError where we hung up. */
const isConnectionLoss = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof DOMException && ['AbortError', 'NetworkError'].includes(error.name));

function become(kind: LiveState['kind']): void {
  if (liveState.get().kind !== kind) liveState.set({ kind, since: Date.now() });
}

const changed = new Set<string>();
let isAllChanged = false;
let gathering: ReturnType<typeof setTimeout> | undefined;

function gather(type: string): void {
  const readings = readingsChangedBy(type);
  if (readings) for (const each of readings) changed.add(each);
  else isAllChanged = true;
  gathering ??= setTimeout(askAgain, GATHER_MS);
}

/** What was known then does not change any more; all else on the screen is asked again. */
function askAgain(): void {
  gathering = undefined;
  const [all, families] = [isAllChanged, new Set(changed)];
  isAllChanged = false;
  changed.clear();
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => (all || isOneOf(queryKey[0], families)) && !isSettled(queryKey.at(-1)),
  });
}

const isSettled = (last: unknown): boolean =>
  typeof last === 'object' && last !== null && isPast(last) && (last as WantedPoint).knownAt !== undefined;

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
