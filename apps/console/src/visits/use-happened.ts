import { useQuery } from '@tanstack/react-query';
import { readFeed } from '../api/feed.ts';
import { read } from '../api/request.ts';
import { useAll } from '../api/readings.ts';
import type { EngagementLine, Page } from '../api/views.ts';
import {
  CORRECTED_TYPES,
  type Happened,
  happenedIn,
  type HealthChange,
  healthChanges,
  TOLD_TYPES,
} from './happened.ts';
import type { Mark } from './visit.ts';

const MOST = 500;

export interface SinceThen {
  readonly lines: readonly Happened[];
  readonly health: readonly HealthChange[];
  /** Titles of engagements. */
  readonly titles: ReadonlyMap<string, string>;
  /** Whether more happened than was read. */
  readonly isCut: boolean;
  readonly limit: number;
}

/** What the feed tells since a mark, and which engagements have another colour than the reader could know then. */
export function useHappened({ sequence, at }: Mark, engagement: string | undefined): SinceThen {
  const events = useQuery({
    queryKey: ['events', 'since', sequence, engagement],
    queryFn: () =>
      readFeed({
        after: String(sequence),
        limit: String(MOST),
        types: [...TOLD_TYPES, ...CORRECTED_TYPES].join(','),
        ...(engagement !== undefined && { engagement }),
      }),
  });
  const then = new Date(at).toISOString();
  const before = useQuery({
    queryKey: ['portfolio-then', then],
    queryFn: () => read<Page<EngagementLine>>('/api/v1/portfolio', { asOf: then, knownAt: then, limit: '200' }),
    staleTime: Infinity,
  });
  const now = useAll<EngagementLine>('portfolio').data ?? [];
  const health = healthChanges(before.data?.items ?? [], now);
  return {
    lines: happenedIn(events.data ?? []),
    health: health.filter((change) => engagement === undefined || change.engagement === engagement),
    titles: new Map(now.map(({ engagementId, title }) => [engagementId, title])),
    isCut: (events.data?.length ?? 0) === MOST,
    limit: MOST,
  };
}
