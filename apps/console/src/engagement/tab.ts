import { planSearch, type PlanSearch } from '../plan/plan-search.ts';

export const TABS = ['overview', 'plan', 'performance', 'risks', 'issues', 'decisions', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** Which view of an engagement, and of which plan: kept in the URL. */
export interface EngagementSearch extends PlanSearch {
  readonly tab?: Tab;
  readonly plan?: string;
}

export const isTab = (value: unknown): value is Tab => TABS.some((tab) => tab === value);

/** Nonsense counts as not given; the overview is what one sees first. */
export function engagementSearch(search: Readonly<Record<string, unknown>>): EngagementSearch {
  const { tab, plan } = search;
  return {
    ...planSearch(search),
    ...(isTab(tab) && tab !== 'overview' && { tab }),
    ...(typeof plan === 'string' && plan && { plan }),
  };
}
