import { useEffect, useRef, useState } from 'react';
import { type FeedEvent, readFeed } from '../api/feed.ts';
import { feedHead } from '../live/live.ts';
import { withMore } from './tail.ts';

const FIRST = '50';
const MOST = '500';

type Query = Readonly<Record<string, string>>;

export interface Tail {
  /** In feed order; undefined until the first answer. */
  readonly events: readonly FeedEvent[] | undefined;
  readonly error: unknown;
  /** Whether there is more before the first one. */
  readonly hasOlder: boolean;
  readonly showOlder: () => void;
  readonly retry: () => void;
}

/**
 * The end of the feed, and whatever comes. The frame hears of every new number; this asks for what fits the filter behind
 * the last one it has, so that nothing is missed, whether the page was paused, asleep or without connection.
 */
export function useTail(filter: Query, isFollowing: boolean): Tail {
  const key = JSON.stringify(filter);
  const [state, setState] = useState<{ readonly key: string; readonly events?: readonly FeedEvent[] }>({ key });
  const [error, setError] = useState<unknown>();
  const [hasOlder, setHasOlder] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const last = useRef(0);
  const events = state.key === key ? state.events : undefined;

  useEffect(() => {
    let isWanted = true;
    setError(undefined);
    readFeed({ ...filter, last: FIRST }).then(
      (found) => {
        if (!isWanted) return;
        last.current = Math.max(found.at(-1)?.feedsequence ?? 0, 0);
        setHasOlder(found.length === Number(FIRST));
        setState({ key, events: found });
      },
      (problem: unknown) => isWanted && setError(problem),
    );
    return () => {
      isWanted = false;
    };
    // The key says all of the filter.
  }, [key, attempt]);

  const isReady = events !== undefined;
  useEffect(() => {
    if (!isFollowing || !isReady) return;
    let isWanted = true;
    let isAsking = false;
    const catchUp = async () => {
      if (isAsking) return;
      isAsking = true;
      try {
        while (isWanted) {
          const head = feedHead.get() ?? 0;
          const more = await readFeed({ ...filter, after: String(last.current), limit: MOST });
          if (!isWanted) return;
          last.current = Math.max(last.current, more.at(-1)?.feedsequence ?? 0);
          if (more.length > 0) setState((now) => ({ key, events: withMore(now.events ?? [], more) }));
          else if ((feedHead.get() ?? 0) <= head) return;
        }
      } catch (problem) {
        // The frame says that there is no connection; the next number of the feed asks again from the same place.
        if (isWanted && !events?.length) setError(problem);
      } finally {
        isAsking = false;
      }
    };
    void catchUp();
    const stop = feedHead.subscribe(() => void catchUp());
    return () => {
      isWanted = false;
      stop();
    };
  }, [key, isFollowing, isReady]);

  const showOlder = () => {
    const before = String(events?.[0]?.feedsequence ?? Number.MAX_SAFE_INTEGER);
    readFeed({ ...filter, before, last: FIRST }).then(
      (older) => {
        setHasOlder(older.length === Number(FIRST));
        setState((now) => ({ key, events: withMore(now.events ?? [], older, Infinity) }));
      },
      (problem: unknown) => setError(problem),
    );
  };
  return { events, error, hasOlder, showOlder, retry: () => setAttempt(attempt + 1) };
}
