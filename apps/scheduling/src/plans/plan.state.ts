import type {
  ActivityAdded,
  ActivityType,
  ConstraintKind,
  EarningRule,
  LagCalendar,
  LinkType,
  PlanCreated,
  PlanFact,
  ProgressMode,
  ResourceDefined,
} from '@bw/contracts-scheduling';
import type { Id, Instant } from '@bw/kernel';
import { Entries } from './entries.ts';

export interface PlannedActivity {
  readonly activityId: Id;
  readonly code: string;
  readonly wbs: string;
  readonly name: string;
  readonly type: ActivityType;
  readonly duration: number;
  readonly calendarId?: Id;
  readonly start?: Instant;
  readonly finish?: Instant;
  readonly constraint?: { readonly kind: ConstraintKind; readonly at?: Instant };
  readonly estimate?: { readonly optimistic: number; readonly likely: number; readonly pessimistic: number };
  readonly budget?: { readonly fixed: number; readonly variable: number };
  readonly earningRule?: EarningRule;
  /** Units in basis points by resource. */
  readonly demands: Readonly<Record<Id, number>>;
  /** Ids of the links that end or begin here. */
  readonly links: readonly Id[];
}

export interface PlannedLink {
  readonly linkId: Id;
  readonly predecessor: Id;
  readonly successor: Id;
  readonly type: LinkType;
  readonly lag: number;
  readonly lagCalendar: LagCalendar;
}

export interface ScheduleOptions {
  readonly progressMode: ProgressMode;
  readonly lagCalendar: LagCalendar;
  readonly mustFinish?: Instant;
}

export type PlannedResource = Omit<ResourceDefined, 'planId'>;

/** A plan as its events made it. */
export interface DraftPlan extends PlanCreated {
  readonly status: 'draft';
  readonly options: ScheduleOptions;
  readonly imports: readonly Id[];
  readonly activities: Entries<PlannedActivity>;
  /** Activity by code: codes are unique within a plan. */
  readonly codes: Entries<Id>;
  readonly links: Entries<PlannedLink>;
  readonly resources: Entries<PlannedResource>;
}

export type Plan = { readonly status: 'none' } | DraftPlan;

export const noPlan: Plan = { status: 'none' };

/** Until somebody sets others. */
export const defaultScheduleOptions: ScheduleOptions = { progressMode: 'retained-logic', lagCalendar: 'predecessor' };

/** The rule by which an activity earns until another is set. */
export const defaultEarningRule: EarningRule = 'EFFORT_RATIO';

export function evolvePlan(state: Plan, { type, data }: PlanFact): Plan {
  if (type === 'scheduling.PlanCreated') return begun(data);
  if (state.status === 'none') return state;
  switch (type) {
    case 'scheduling.PlanImported':
      return { ...state, imports: [...state.imports, data.importId] };
    case 'scheduling.ScheduleOptionsSet': {
      const { planId: _, ...options } = data;
      return { ...state, options };
    }
    case 'scheduling.ActivityAdded':
      return withActivity(state, { ...contentOf(data), demands: {}, links: [] });
    case 'scheduling.ActivityChanged': {
      const found = state.activities.get(data.activityId);
      if (!found) return state;
      const { calendarId: _, start: _start, finish: _finish, ...kept } = found;
      const codes = found.code === data.code ? state.codes : state.codes.without(found.code);
      return withActivity({ ...state, codes }, { ...kept, ...contentOf({ ...data, wbs: found.wbs }) });
    }
    case 'scheduling.ActivityMoved':
      return changed(state, data.activityId, (activity) => ({ ...activity, wbs: data.wbs }));
    case 'scheduling.ActivityRemoved': {
      const code = state.activities.get(data.activityId)?.code ?? '';
      return { ...state, activities: state.activities.without(data.activityId), codes: state.codes.without(code) };
    }
    case 'scheduling.ActivitiesLinked': {
      const { planId: _, ...link } = data;
      const linked = { ...state, links: state.links.with(link.linkId, link) };
      return [link.predecessor, link.successor].reduce(
        (each, activityId) =>
          changed(each, activityId, (activity) => ({ ...activity, links: [...activity.links, link.linkId] })),
        linked,
      );
    }
    case 'scheduling.LinkChanged': {
      const link = state.links.get(data.linkId);
      const { lag, lagCalendar } = data;
      return link
        ? { ...state, links: state.links.with(link.linkId, { ...link, type: data.type, lag, lagCalendar }) }
        : state;
    }
    case 'scheduling.ActivitiesUnlinked':
      return unlinked(state, data.linkId);
    case 'scheduling.ConstraintSet':
      return changed(state, data.activityId, ({ constraint: _, ...activity }) =>
        data.kind === 'ASAP'
          ? activity
          : { ...activity, constraint: { kind: data.kind, ...(data.at && { at: data.at }) } },
      );
    case 'scheduling.EstimateSet': {
      const { optimistic, likely, pessimistic } = data;
      return changed(state, data.activityId, (activity) => ({
        ...activity,
        estimate: { optimistic, likely, pessimistic },
      }));
    }
    case 'scheduling.BudgetSet': {
      const { fixed, variable } = data;
      return changed(state, data.activityId, (activity) => ({ ...activity, budget: { fixed, variable } }));
    }
    case 'scheduling.EarningRuleSet':
      return changed(state, data.activityId, (activity) => ({ ...activity, earningRule: data.rule }));
    case 'scheduling.ResourceDefined': {
      const { planId: _, ...resource } = data;
      return { ...state, resources: state.resources.with(resource.resourceId, resource) };
    }
    case 'scheduling.DemandSet':
      return changed(state, data.activityId, (activity) => ({
        ...activity,
        demands: withDemand(activity.demands, data.resourceId, data.units),
      }));
  }
}

function begun(data: PlanCreated): DraftPlan {
  return {
    ...data,
    status: 'draft',
    options: defaultScheduleOptions,
    imports: [],
    activities: Entries.empty(),
    codes: Entries.empty(),
    links: Entries.empty(),
    resources: Entries.empty(),
  };
}

function contentOf({ planId: _, ...activity }: ActivityAdded): Omit<PlannedActivity, 'demands' | 'links'> {
  return activity;
}

function withActivity(state: DraftPlan, activity: PlannedActivity): DraftPlan {
  return {
    ...state,
    activities: state.activities.with(activity.activityId, activity),
    codes: state.codes.with(activity.code, activity.activityId),
  };
}

function changed(state: DraftPlan, activityId: Id, change: (activity: PlannedActivity) => PlannedActivity): DraftPlan {
  const activity = state.activities.get(activityId);
  return activity ? { ...state, activities: state.activities.with(activityId, change(activity)) } : state;
}

function unlinked(state: DraftPlan, linkId: Id): DraftPlan {
  const link = state.links.get(linkId);
  if (!link) return state;
  const without = (activity: PlannedActivity) => ({
    ...activity,
    links: activity.links.filter((each) => each !== linkId),
  });
  const rest = { ...state, links: state.links.without(linkId) };
  return changed(changed(rest, link.predecessor, without), link.successor, without);
}

function withDemand(
  demands: Readonly<Record<Id, number>>,
  resourceId: Id,
  units: number,
): Readonly<Record<Id, number>> {
  const { [resourceId]: _, ...others } = demands;
  return units === 0 ? others : { ...others, [resourceId]: units };
}
