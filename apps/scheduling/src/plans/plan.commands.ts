import type {
  ActivityAdded,
  BudgetSet,
  ConstraintSet,
  DemandSet,
  EarningRuleSet,
  EstimateSet,
  PlanCreated,
  PlanImported,
  ResourceDefined,
  ScheduleOptionsSet,
} from '@bw/contracts-scheduling';
import type { Id } from '@bw/kernel';
import type { PlannedLink } from './plan.state.ts';

type OfPlan<T> = Omit<T, 'planId'>;

/** An activity as a person or an import puts it; what belongs to it may come along. */
export interface PutActivityData extends OfPlan<ActivityAdded> {
  readonly budget?: { readonly fixed: number; readonly variable: number };
  readonly earningRule?: EarningRuleSet['rule'];
}

/** An activity out of a file, with all that the file said about it. */
export interface ImportedActivity extends PutActivityData {
  readonly constraint?: Omit<OfPlan<ConstraintSet>, 'activityId'>;
  readonly demands: readonly { readonly resourceId: Id; readonly units: number }[];
}

/** All that an import adds and changes, applied as one or not at all. */
export interface ImportPlanData extends OfPlan<PlanImported> {
  readonly activities: readonly ImportedActivity[];
  readonly links: readonly PlannedLink[];
  readonly resources: readonly OfPlan<ResourceDefined>[];
  /** The file names the predecessors of its activities: links into them that it does not name go. */
  readonly replacesLinks: boolean;
}

/** `guarded`: the caller said which version the change builds on; only then may what exists be changed by a `Put`. */
export type PlanCommand =
  | { readonly type: 'CreatePlan'; readonly data: PlanCreated }
  | { readonly type: 'ImportPlan'; readonly data: ImportPlanData }
  | { readonly type: 'PutActivity'; readonly data: PutActivityData; readonly guarded: boolean }
  /** `hasActuals`: progress or cost was recorded for it; the shell looks that up. */
  | { readonly type: 'RemoveActivity'; readonly data: { readonly activityId: Id; readonly hasActuals: boolean } }
  | { readonly type: 'PutLink'; readonly data: PlannedLink; readonly guarded: boolean }
  | { readonly type: 'UnlinkActivities'; readonly data: { readonly linkId: Id } }
  | { readonly type: 'SetConstraint'; readonly data: OfPlan<ConstraintSet> }
  | { readonly type: 'SetEstimate'; readonly data: OfPlan<EstimateSet> }
  | { readonly type: 'SetBudget'; readonly data: Omit<OfPlan<BudgetSet>, 'currency'> & { readonly currency?: string } }
  | { readonly type: 'SetEarningRule'; readonly data: OfPlan<EarningRuleSet> }
  | { readonly type: 'DefineResource'; readonly data: OfPlan<ResourceDefined>; readonly guarded: boolean }
  | { readonly type: 'SetDemand'; readonly data: OfPlan<DemandSet> }
  | { readonly type: 'SetScheduleOptions'; readonly data: OfPlan<ScheduleOptionsSet> };

export type PlanRefusal =
  | 'plan-not-found'
  | 'plan-exists-with-other-content'
  | 'plan-version-not-said'
  | 'activity-not-found'
  | 'activity-code-taken'
  | 'activity-has-actuals'
  | 'finish-before-start'
  | 'milestone-has-duration'
  | 'summary-has-links'
  | 'summary-has-no-budget'
  | 'link-not-found'
  | 'link-has-other-ends'
  | 'link-dangling'
  | 'link-to-itself'
  | 'link-on-summary'
  | 'link-exists-already'
  | 'plan-would-have-a-cycle'
  | 'constraint-needs-a-date'
  | 'estimates-out-of-order'
  | 'budget-in-another-currency'
  | 'resource-not-found';
