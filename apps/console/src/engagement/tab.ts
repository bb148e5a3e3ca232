export const TABS = ['overview', 'plan', 'performance', 'risks', 'issues', 'decisions', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** Which view of an engagement, and of which plan: kept in the URL. */
export interface EngagementSearch {
  readonly tab?: Tab;
  readonly plan?: string;
}

export const isTab = (value: unknown): value is Tab => TABS.some((tab) => tab === value);

/** Nonsense counts as not given; the overview is what one sees first. */
export function engagementSearch({ tab, plan }: Readonly<Record<string, unknown>>): EngagementSearch {
  return {
    ...(isTab(tab) && tab !== 'overview' && { tab }),
    ...(typeof plan === 'string' && plan && { plan }),
  };
}
