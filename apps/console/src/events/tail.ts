import type { FeedEvent } from '../api/feed.ts';

/** As many events are kept on the screen at most; older ones can be asked for. */
export const MOST_KEPT = 1_000;

/** Events by their number, each once; the oldest ones make room. */
export function withMore(
  events: readonly FeedEvent[],
  more: readonly FeedEvent[],
  most = MOST_KEPT,
): readonly FeedEvent[] {
  if (more.length === 0) return events;
  const all = new Map([...events, ...more].map((event) => [event.feedsequence, event]));
  return [...all.values()].toSorted((a, b) => a.feedsequence - b.feedsequence).slice(-most);
}

/** Events that hold all of the words, anywhere in their envelope or data. */
export function holding(events: readonly FeedEvent[], text: string | undefined): readonly FeedEvent[] {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return events;
  return events.filter((event) => {
    const whole = JSON.stringify(event).toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
