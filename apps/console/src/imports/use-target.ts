import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../api/request.ts';
import type { EngagementLine } from '../api/views.ts';
import { useMe } from '../session/people.ts';
import type { ImportSearch } from './search.ts';
import type { CalendarChoice, PlanChoice } from './views.ts';

/** What is said of a plan that is still to be made. */
export interface PlanDraft {
  readonly title: string;
  readonly zone: string;
  readonly currency: string;
  /** Day; empty: the file's earliest date. */
  readonly start: string;
  /** None: the usual working week is made for it. */
  readonly calendarId: string | undefined;
}

export interface ChosenTarget {
  readonly engagement: EngagementLine | undefined;
  readonly plans: readonly PlanChoice[] | undefined;
  readonly calendars: readonly CalendarChoice[];
  /** The plan that is there; undefined: a new one. */
  readonly planId: string | undefined;
  readonly newPlanId: string;
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
  /** Whether the reader may change plans of the engagement; undefined until it is known. */
  readonly mayManage: boolean | undefined;
}

/** Which engagement and plan a file is for. An address may name the plan, the engagement, or neither. */
export function useTarget(search: ImportSearch, portfolio: readonly EngagementLine[]): ChosenTarget {
  const found = useQuery({
    queryKey: ['plans', 'of-import', search.plan],
    queryFn: () => read<{ readonly engagementId: string }>(`/api/v1/plans/${search.plan}`),
    enabled: search.plan !== undefined && search.plan !== NEW_PLAN && search.engagement === undefined,
  });
  const engagementId = search.engagement ?? found.data?.engagementId ?? portfolio[0]?.engagementId;
  const engagement = portfolio.find((line) => line.engagementId === engagementId);
  const plans = useQuery({
    queryKey: ['plans', 'of', engagementId],
    queryFn: () => read<readonly PlanChoice[]>('/api/v1/plans', { engagement: engagementId ?? '' }),
    enabled: engagementId !== undefined,
  });
  const calendars = useQuery({
    queryKey: ['calendars'],
    queryFn: () => read<readonly CalendarChoice[]>('/api/v1/calendars'),
  });
  const me = useMe(engagementId);
  const [newPlanId] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState<Partial<PlanDraft>>({});
  const usable = (calendars.data ?? []).filter(
    (calendar) => calendar.published && (calendar.engagementId === undefined || calendar.engagementId === engagementId),
  );
  const own = usable.find((calendar) => calendar.engagementId === engagementId) ?? usable[0];
  const isSaidNew = search.plan === NEW_PLAN;
  const planId = isSaidNew ? undefined : (search.plan ?? plans.data?.[0]?.planId);
  return {
    engagement,
    plans: plans.data,
    calendars: usable,
    planId,
    newPlanId,
    draft: {
      title: engagement?.title ?? '',
      zone: engagement?.zone ?? 'UTC',
      currency: engagement?.currency ?? 'EUR',
      start: '',
      calendarId: own?.calendarId,
      ...said,
    },
    change: (part) => setSaid({ ...said, ...part }),
    mayManage: me.data?.actions.includes('manage'),
  };
}

/** In the place of a plan's id: one that is still to be made. */
export const NEW_PLAN = 'new';

export function isComplete({ engagement, planId, plans, draft, mayManage }: ChosenTarget): boolean {
  if (!engagement || plans === undefined || mayManage !== true) return false;
  return planId !== undefined || (draft.title.trim() !== '' && draft.zone !== '' && /^[A-Z]{3}$/.test(draft.currency));
}
