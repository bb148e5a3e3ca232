import { useQueries, useQuery } from '@tanstack/react-query';
import { operate, read, readHealth } from '../api/request.ts';
import { type Health, SERVICES, type Service, type Standing } from './standing.ts';

/** Often enough to watch a backlog shrink, seldom enough to cost nothing. */
const EVERY_MS = 3_000;

export interface ParkedEvent {
  readonly id: number;
  readonly source: string;
  readonly position: number;
  readonly key: string;
  readonly event: string;
  readonly type: string;
  readonly reason: string;
  readonly attempts: number;
  /** Waits only because an earlier event of its key is parked. */
  readonly behind: boolean;
  readonly firstAt: string;
}

/** What each service says of itself. A service that does not answer is an error of its own, not of the page. */
export function useHealth() {
  return useQueries({
    queries: SERVICES.map((service) => ({
      queryKey: ['ops', 'health', service],
      queryFn: () => readHealth<Health>(`/ops/${service}/health/ready`),
      refetchInterval: EVERY_MS,
      retry: false,
    })),
  });
}

export function useStandings() {
  return useQueries({
    queries: SERVICES.map((service) => ({
      queryKey: ['ops', 'positions', service],
      queryFn: () => read<Standing>(`/ops/${service}/positions`),
      refetchInterval: EVERY_MS,
      retry: false,
    })),
    combine: (results) => ({
      error: results.find(({ error }) => error)?.error,
      isPending: results.some(({ isPending }) => isPending),
      data: Object.fromEntries(SERVICES.map((service, index) => [service, results[index]?.data])) as Partial<
        Record<Service, Standing>
      >,
    }),
  });
}

export function useParked(service: Service) {
  return useQuery({
    queryKey: ['ops', 'parked', service],
    queryFn: () => read<readonly ParkedEvent[]>(`/ops/${service}/parked-events`, { state: 'parked', limit: '500' }),
    refetchInterval: EVERY_MS,
    retry: false,
  });
}

interface Retried {
  readonly applied: number;
  readonly left: number;
  readonly reason?: string;
}

/** Applies a key's parked events in order, until one fails again or the key is free. */
export const retryKey = (service: Service, { source, key }: ParkedEvent): Promise<Retried> =>
  operate<Retried>(`/ops/${service}/parked-events/retry`, { source, key });

/** Sets one event aside for good, with the reason. */
export const skipEvent = (service: Service, { id }: ParkedEvent, note: string): Promise<unknown> =>
  operate<unknown>(`/ops/${service}/parked-events/${id}/skip`, { note });
