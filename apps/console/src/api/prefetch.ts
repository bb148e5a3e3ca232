import { hashKey } from '@tanstack/react-query';
import type { WantedPoint } from '../two-times/point.ts';
import { queries } from './queries.ts';
import { allAt, type Query, readingAt } from './reading-at.ts';

/** Reads what the screen shows at one point also at another one. Readings in pages are left out: they are long. */
export function prefetchAt(shown: WantedPoint, next: WantedPoint): void {
  const wanted = hashKey([shown]);
  for (const { queryKey } of queries.getQueryCache().findAll({ type: 'active' })) {
    const [path, kind] = queryKey;
    if (typeof path !== 'string' || hashKey([queryKey.at(-1)]) !== wanted) continue;
    if (queryKey.length === 3) void queries.prefetchQuery(readingAt(path, kind as Query, next));
    if (queryKey.length === 4 && kind === 'all') void queries.prefetchQuery(allAt(path, queryKey[2] as Query, next));
  }
}
