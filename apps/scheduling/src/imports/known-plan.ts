import type { ActivityType } from '@bw/contracts-scheduling';
import type { Instant } from '@bw/kernel';
import type { DraftPlan } from '../plans/plan.state.ts';
import type { DraftLink } from './plan-draft.ts';

/** An activity that the plan has already, as far as a file's rows are judged against it. */
export interface KnownActivity {
  readonly code: string;
  readonly wbs: string;
  readonly type: ActivityType;
  readonly duration: number;
  /** Of a start-no-earlier-than constraint. */
  readonly noEarlierThan?: Instant;
}

/** What a plan holds before the file, by code: files know no ids. */
export interface KnownPlan {
  readonly activities: ReadonlyMap<string, KnownActivity>;
  readonly links: readonly DraftLink[];
}

export const nothingKnown: KnownPlan = { activities: new Map(), links: [] };

export function knownPlan({ activities, links }: DraftPlan): KnownPlan {
  const codeOf = (activityId: string) => activities.get(activityId)?.code ?? activityId;
  return {
    activities: new Map(
      activities.values().map(({ code, wbs, type, duration, constraint }) => {
        const noEarlierThan = constraint?.kind === 'SNET' ? constraint.at : undefined;
        return [code, { code, wbs, type, duration, ...(noEarlierThan && { noEarlierThan }) }];
      }),
    ),
    links: links.values().map(({ predecessor, successor, type, lag, lagCalendar }) => ({
      predecessor: codeOf(predecessor),
      successor: codeOf(successor),
      type,
      lag,
      lagCalendar,
    })),
  };
}
