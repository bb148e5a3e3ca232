import type { PlanFact } from '@bw/contracts-scheduling';
import { accept, type Decision, refuse, type Refused } from '@bw/kernel';
import { isSame } from '../is-same.ts';
import type { PlanRefusal, PutActivityData } from './plan.commands.ts';
import type { DraftPlan, PlannedActivity } from './plan.state.ts';

/** Adds the activity, or changes of it what differs. */
export function putActivity(data: PutActivityData, plan: DraftPlan, guarded: boolean): Decision<PlanFact, PlanRefusal> {
  const found = plan.activities.get(data.activityId);
  const refusal = activityRefusal(data, plan) ?? (found && typeRefusal(data, found));
  if (refusal) return refusal;
  const facts = found ? differences(data, found, plan.planId) : [added(data, plan.planId)];
  const all = [...facts, ...extras(data, plan, found)];
  return found && all.length > 0 && !guarded ? refuse('plan-version-not-said') : accept(...all);
}

/** What is wrong with an activity by itself, and with its code in this plan. */
export function activityRefusal(data: PutActivityData, plan: DraftPlan): Refused<PlanRefusal> | undefined {
  const { activityId, code, type, duration, start, finish, budget } = data;
  const owner = plan.codes.get(code);
  if (owner !== undefined && owner !== activityId) return refuse('activity-code-taken', { code, activityId: owner });
  if (start && finish && finish < start) return refuse('finish-before-start', { code, start, finish });
  if (type.endsWith('milestone') && duration > 0) return refuse('milestone-has-duration', { code });
  if (type === 'summary' && budget) return refuse('summary-has-no-budget', { code });
  return undefined;
}

export function added({ budget: _, earningRule: _rule, ...activity }: PutActivityData, planId: string): PlanFact {
  return { type: 'scheduling.ActivityAdded', data: { planId, ...activity } };
}

/** Budget and earning rule, where they came along and differ from what is set. */
export function extras(
  { activityId, budget, earningRule }: PutActivityData,
  { planId, currency }: DraftPlan,
  found?: PlannedActivity,
): readonly PlanFact[] {
  const facts: PlanFact[] = [];
  if (budget && !isSame(budget, found?.budget)) {
    const { fixed, variable } = budget;
    facts.push({ type: 'scheduling.BudgetSet', data: { planId, activityId, fixed, variable, currency } });
  }
  if (earningRule && earningRule !== found?.earningRule) {
    facts.push({ type: 'scheduling.EarningRuleSet', data: { planId, activityId, rule: earningRule } });
  }
  return facts;
}

/** Whether what was another thing may become a summary. */
export function typeRefusal({ type, code }: PutActivityData, found: PlannedActivity): Refused<PlanRefusal> | undefined {
  if (type !== 'summary' || found.type === 'summary') return undefined;
  if (found.links.length > 0) return refuse('summary-has-links', { code });
  return found.budget ? refuse('summary-has-no-budget', { code }) : undefined;
}

/** What of the activity is to change. */
export function differences(data: PutActivityData, found: PlannedActivity, planId: string): readonly PlanFact[] {
  const { activityId, wbs, code, name, type, duration, calendarId, start, finish } = data;
  const wanted = { code, name, type, duration, calendarId, start, finish };
  const facts: PlanFact[] = [];
  if (!isSame(wanted, pick(found)))
    facts.push({ type: 'scheduling.ActivityChanged', data: { planId, activityId, ...wanted } });
  if (wbs !== found.wbs) facts.push({ type: 'scheduling.ActivityMoved', data: { planId, activityId, wbs } });
  return facts;
}

function pick({ code, name, type, duration, calendarId, start, finish }: PlannedActivity) {
  return { code, name, type, duration, calendarId, start, finish };
}
