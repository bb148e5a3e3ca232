import type { PlanCreated, PlanFact } from '@bw/contracts-scheduling';
import { accept, type Decider, type Decision, type Id, refuse } from '@bw/kernel';
import { isSame } from '../is-same.ts';
import { putActivity } from './plan.activities.ts';
import type { PlanCommand, PlanRefusal } from './plan.commands.ts';
import { importPlan } from './plan.import.ts';
import { cycleRefusal, linkRefusal } from './plan.links.ts';
import { type DraftPlan, evolvePlan, noPlan, type Plan, type PlannedActivity, type PlannedLink } from './plan.state.ts';

type PlanDecision = Decision<PlanFact, PlanRefusal>;

/** The rules of one plan: its graph has no cycle after any command, and what has actuals stays. */
export const plan: Decider<Plan, PlanCommand, PlanFact, PlanRefusal> = {
  initial: noPlan,

  decide(command, state): PlanDecision {
    if (command.type === 'CreatePlan') return createPlan(command.data, state);
    if (state.status === 'none') return refuse('plan-not-found');
    const { planId } = state;
    switch (command.type) {
      case 'ImportPlan':
        return importPlan(command.data, state);
      case 'PutActivity':
        return putActivity(command.data, state, command.guarded);
      case 'RemoveActivity':
        return removeActivity(command.data, state);
      case 'PutLink':
        return putLink(command.data, state, command.guarded);
      case 'UnlinkActivities':
        return state.links.has(command.data.linkId)
          ? accept<PlanFact>({ type: 'scheduling.ActivitiesUnlinked', data: { planId, ...command.data } })
          : refuse('link-not-found');
      case 'SetConstraint': {
        const { kind, at } = command.data;
        if (kind !== 'ASAP' && kind !== 'ALAP' && !at) return refuse('constraint-needs-a-date', { kind });
        const wanted = kind === 'ASAP' ? undefined : { kind, at };
        return ofActivity(state, command.data.activityId, ({ constraint }) =>
          isSame(constraint, wanted)
            ? accept()
            : accept({ type: 'scheduling.ConstraintSet', data: { planId, ...command.data } }),
        );
      }
      case 'SetEstimate': {
        const { optimistic, likely, pessimistic } = command.data;
        if (optimistic > likely || likely > pessimistic) return refuse('estimates-out-of-order');
        return ofActivity(state, command.data.activityId, ({ estimate }) =>
          isSame(estimate, { optimistic, likely, pessimistic })
            ? accept()
            : accept({ type: 'scheduling.EstimateSet', data: { planId, ...command.data } }),
        );
      }
      case 'SetBudget': {
        const { activityId, fixed, variable, currency = state.currency } = command.data;
        if (currency !== state.currency) return refuse('budget-in-another-currency', { currency: state.currency });
        return ofActivity(state, activityId, ({ budget, type }) => {
          if (type === 'summary') return refuse('summary-has-no-budget');
          const data = { planId, activityId, fixed, variable, currency };
          return isSame(budget, { fixed, variable }) ? accept() : accept({ type: 'scheduling.BudgetSet', data });
        });
      }
      case 'SetEarningRule':
        return ofActivity(state, command.data.activityId, ({ earningRule }) =>
          earningRule === command.data.rule
            ? accept()
            : accept({ type: 'scheduling.EarningRuleSet', data: { planId, ...command.data } }),
        );
      case 'DefineResource': {
        const found = state.resources.get(command.data.resourceId);
        if (isSame(found, command.data)) return accept();
        if (found && !command.guarded) return refuse('plan-version-not-said');
        return accept<PlanFact>({ type: 'scheduling.ResourceDefined', data: { planId, ...command.data } });
      }
      case 'SetDemand': {
        const { activityId, resourceId, units } = command.data;
        if (!state.resources.has(resourceId)) return refuse('resource-not-found', { resourceId });
        return ofActivity(state, activityId, ({ demands }) =>
          (demands[resourceId] ?? 0) === units
            ? accept()
            : accept({ type: 'scheduling.DemandSet', data: { planId, activityId, resourceId, units } }),
        );
      }
      case 'SetScheduleOptions':
        return isSame(state.options, command.data)
          ? accept()
          : accept<PlanFact>({ type: 'scheduling.ScheduleOptionsSet', data: { planId, ...command.data } });
    }
  },

  evolve: evolvePlan,
};

function createPlan(data: PlanCreated, state: Plan): PlanDecision {
  if (state.status === 'none') return accept<PlanFact>({ type: 'scheduling.PlanCreated', data });
  const { planId, engagementId, title, zone, currency, calendarId, projectStart } = state;
  const same = isSame(data, { planId, engagementId, title, zone, currency, calendarId, projectStart });
  return same ? accept() : refuse('plan-exists-with-other-content');
}

function ofActivity(
  plan: DraftPlan,
  activityId: Id,
  decide: (activity: PlannedActivity) => PlanDecision,
): PlanDecision {
  const activity = plan.activities.get(activityId);
  return activity ? decide(activity) : refuse('activity-not-found', { activityId });
}

function removeActivity(
  { activityId, hasActuals }: { activityId: Id; hasActuals: boolean },
  plan: DraftPlan,
): PlanDecision {
  const { planId } = plan;
  return ofActivity(plan, activityId, ({ code, links }) => {
    if (hasActuals)
      return refuse('activity-has-actuals', { activity: code, hint: 'Complete it with no remaining work instead.' });
    const unlinked = links.map((linkId): PlanFact => ({
      type: 'scheduling.ActivitiesUnlinked',
      data: { planId, linkId },
    }));
    return accept<PlanFact>(...unlinked, { type: 'scheduling.ActivityRemoved', data: { planId, activityId } });
  });
}

function putLink(wanted: PlannedLink, plan: DraftPlan, guarded: boolean): PlanDecision {
  const { planId } = plan;
  const found = plan.links.get(wanted.linkId);
  if (isSame(found, wanted)) return accept();
  if (found && (found.predecessor !== wanted.predecessor || found.successor !== wanted.successor)) {
    return refuse('link-has-other-ends', { hint: 'Remove the link and make a new one with an id of its own.' });
  }
  if (found && !guarded) return refuse('plan-version-not-said');
  const refusal = linkRefusal(plan, wanted) ?? cycleRefusal(plan, wanted);
  if (refusal) return refusal;
  const { linkId, type, lag, lagCalendar } = wanted;
  return found
    ? accept<PlanFact>({ type: 'scheduling.LinkChanged', data: { planId, linkId, type, lag, lagCalendar } })
    : accept<PlanFact>({ type: 'scheduling.ActivitiesLinked', data: { planId, ...wanted } });
}
