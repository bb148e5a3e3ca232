import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { queryOf } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { read } from './request.ts';
import type { AtPoint, Page } from './views.ts';

type Query = Readonly<Record<string, string>>;

const LARGEST_PAGE = '200';

/** A reading at the page's point in both times; `enabled` says whether it is wanted at all. */
export function useReading<T>(path: string, query: Query = {}, enabled = true) {
  const point = usePoint();
  return useQuery({
    enabled,
    queryKey: [path, query, point],
    queryFn: () => read<T>(`/api/v1/${path}`, { ...query, ...queryOf(point) }),
  });
}

/** A reading in pages, asked for one after the other. */
export function usePages<T extends AtPoint & { readonly next?: string }>(path: string, query: Query = {}) {
  const point = usePoint();
  return useInfiniteQuery({
    queryKey: [path, 'pages', query, point],
    initialPageParam: queryOf(point),
    queryFn: ({ pageParam }) => read<T>(`/api/v1/${path}`, { ...query, ...pageParam }),
    getNextPageParam: after,
  });
}

/** A list that is shown as a whole, however many pages it takes. */
export function useAll<T>(path: string, query: Query = {}) {
  const point = usePoint();
  return useQuery({
    queryKey: [path, 'all', query, point],
    queryFn: () => readAll<T>(path, { ...query, limit: LARGEST_PAGE }, queryOf(point)),
  });
}

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
function after({ point: { asOf, cut }, next }: AtPoint & { readonly next?: string }): Query | undefined {
  return next === undefined ? undefined : { asOf, cut, cursor: next };
}
