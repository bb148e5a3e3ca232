import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { queryOf } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { after, allAt, freshnessAt, keepAtOtherPoint, type Query, readingAt } from './reading-at.ts';
import { read } from './request.ts';
import type { AtPoint } from './views.ts';

/** A reading at the page's point in both times; `enabled` says whether it is wanted at all. */
export function useReading<T>(path: string, query: Query = {}, enabled = true) {
  const reading = readingAt<T>(path, query, usePoint());
  return useQuery({ ...reading, enabled, placeholderData: keepAtOtherPoint(reading.queryKey) });
}

/** A reading in pages, asked for one after the other. */
export function usePages<T extends AtPoint & { readonly next?: string }>(path: string, query: Query = {}) {
  const point = usePoint();
  const queryKey = [path, 'pages', query, point] as const;
  return useInfiniteQuery({
    queryKey,
    initialPageParam: queryOf(point),
    queryFn: ({ pageParam }) => read<T>(`/api/v1/${path}`, { ...query, ...pageParam }),
    getNextPageParam: after,
    placeholderData: keepAtOtherPoint(queryKey),
    ...freshnessAt(point),
  });
}

/** A list that is shown as a whole, however many pages it takes. */
export function useAll<T>(path: string, query: Query = {}) {
  const reading = allAt<T>(path, query, usePoint());
  return useQuery({ ...reading, placeholderData: keepAtOtherPoint(reading.queryKey) });
}
