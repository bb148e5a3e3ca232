import { hashKey, type Query as CachedQuery, type QueryKey } from '@tanstack/react-query';
import { isPast, queryOf, type WantedPoint } from '../two-times/point.ts';
import { read } from './request.ts';
import type { AtPoint, Page } from './views.ts';

export type Query = Readonly<Record<string, string>>;

const LARGEST_PAGE = '200';
/** What was true then changes only by late facts, and of those the live feed tells. */
const PAST_KEPT_MS = 5 * 60_000;

/** A reading at a point in both times. */
export const readingAt = <T>(path: string, query: Query, point: WantedPoint) => ({
  queryKey: [path, query, point] as const,
  queryFn: () => read<T>(`/api/v1/${path}`, { ...query, ...queryOf(point) }),
  ...freshnessAt(point),
});

/** A list as a whole, however many pages it takes. */
export const allAt = <T>(path: string, query: Query, point: WantedPoint) => ({
  queryKey: [path, 'all', query, point] as const,
  queryFn: () => readAll<T>(path, { ...query, limit: LARGEST_PAGE }, queryOf(point)),
  ...freshnessAt(point),
});

/** How long a reading counts as fresh: the past for longer than now. */
export const freshnessAt = (point: WantedPoint): { readonly staleTime?: number } =>
  isPast(point) ? { staleTime: PAST_KEPT_MS } : {};

/** While another point is asked for, the same reading at the point before stays on the screen: dragging does not flicker. */
export const keepAtOtherPoint =
  (key: QueryKey) =>
  <T>(data: T | undefined, before: CachedQuery | undefined | { readonly queryKey: QueryKey }): T | undefined =>
    before && isSameReading(before.queryKey, key) ? data : undefined;

/** Keys end in their point. */
export const isSameReading = (one: QueryKey, other: QueryKey): boolean =>
  hashKey(one.slice(0, -1)) === hashKey(other.slice(0, -1));

async function readAll<T>(path: string, query: Query, from: Query): Promise<readonly T[]> {
  const items: T[] = [];
  for (let at: Query | undefined = from; at;) {
    const page: Page<T> = await read<Page<T>>(`/api/v1/${path}`, { ...query, ...at });
    items.push(...page.items);
    at = after(page);
  }
  return items;
}

/** Later pages keep the first one's cut, so that nothing is missed or doubled by what happens meanwhile. */
export function after({ point: { asOf, cut }, next }: AtPoint & { readonly next?: string }): Query | undefined {
  return next === undefined ? undefined : { asOf, cut, cursor: next };
}
