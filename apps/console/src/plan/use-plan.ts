import { useQuery } from '@tanstack/react-query';
import { read } from '../api/request.ts';
import { queryOf } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import type { CalendarView, PlanHead, WholePlan } from './plan-views.ts';

export const ACTIVITIES = 'plan-activities';
const LARGEST_PAGE = '200';
const KEPT_MS = 5 * 60_000;

type Pages = WholePlan & { readonly next?: string };
type Query = Readonly<Record<string, string>>;

/** The whole plan at the page's point in both times, however many pages it takes: bars need their neighbours. */
export function usePlan(plan: string) {
  const point = usePoint();
  return useQuery({
    queryKey: [ACTIVITIES, 'whole', { plan }, point],
    queryFn: () => readWhole({ plan, limit: LARGEST_PAGE }, queryOf(point)),
  });
}

/** Later pages keep the first one's cut, so that nothing is missed or doubled by what happens meanwhile. */
async function readWhole(query: Query, point: Query): Promise<WholePlan> {
  const first = await read<Pages>(`/api/v1/${ACTIVITIES}`, { ...query, ...point });
  const { asOf, cut } = first.point;
  const items = [...first.items];
  for (let { next } = first; next !== undefined;) {
    const page: Pages = await read<Pages>(`/api/v1/${ACTIVITIES}`, { ...query, asOf, cut, cursor: next });
    items.push(...page.items);
    ({ next } = page);
  }
  return { ...first, items };
}

/** The plan at its owner, as it is now. */
export const usePlanHead = (plan: string) =>
  useQuery({ queryKey: ['plans', plan], queryFn: () => read<PlanHead>(`/api/v1/plans/${plan}`), staleTime: KEPT_MS });

/** The calendar whose free days are shaded. */
export const useCalendar = (calendar: string | undefined) =>
  useQuery({
    queryKey: ['calendars', calendar],
    queryFn: () => read<CalendarView>(`/api/v1/calendars/${calendar ?? ''}`),
    enabled: calendar !== undefined,
    staleTime: KEPT_MS,
  });
