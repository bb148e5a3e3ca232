import { planSearch, type PlanSearch } from '../plan/plan-search.ts';

export const TABS = ['overview', 'plan', 'performance', 'risks', 'issues', 'decisions', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** Which view of an engagement, and of which plan: kept in the URL. */
export interface EngagementSearch extends PlanSearch {
  readonly tab?: Tab;
  readonly plan?: string;
  /** The day that performance is compared with. */
  readonly than?: string;
  /** Compared with what was reported then, rather than with what is known of then by now. */
  readonly reported?: true;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const isTab = (value: unknown): value is Tab => TABS.some((tab) => tab === value);

/** Nonsense counts as not given; the overview is what one sees first. */
export function engagementSearch(search: Readonly<Record<string, unknown>>): EngagementSearch {
  const { tab, plan, than, reported } = search;
  return {
    ...planSearch(search),
    ...(isTab(tab) && tab !== 'overview' && { tab }),
    ...(typeof plan === 'string' && plan && { plan }),
    ...(typeof than === 'string' && DAY.test(than) && { than }),
    ...(reported === true && { reported }),
  };
}
