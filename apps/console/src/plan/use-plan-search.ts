import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { planSearch, type PlanSearch } from './plan-search.ts';

const route = getRouteApi('/frame/engagements/$engagement');

/** How the address wants the plan shown, and how to change that. */
export function usePlanSearch(): readonly [PlanSearch, (part: PlanSearch) => void] {
  const search = route.useSearch({ select: (all) => planSearch({ ...all }), structuralSharing: true });
  const navigate = useNavigate();
  const change = useCallback(
    (part: PlanSearch) =>
      void navigate({
        to: '.',
        resetScroll: false,
        replace: !('activity' in part || 'write' in part),
        search: (all: Record<string, unknown>) => ({ ...all, ...part }),
      }),
    [navigate],
  );
  return [search, change];
}
