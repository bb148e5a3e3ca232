import { daysAfter } from '../actions/days.ts';
import type { Opened } from '../actions/opened.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string | undefined): text is string => text !== undefined && DAY.test(text);

/** Which part of the trail the address asks for, as the API wants it: days are whole, of UTC. */
export function trailQuery({ types, actor, stream, from, to }: Opened): Record<string, string> {
  return {
    ...(types && { types }),
    ...(actor && { actor }),
    ...(stream && { stream }),
    ...(isDay(from) && { from: `${from}T00:00:00.000Z` }),
    ...(isDay(to) && { to: `${daysAfter(to, 1)}T00:00:00.000Z` }),
  };
}
