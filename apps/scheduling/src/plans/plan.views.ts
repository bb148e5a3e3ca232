import type { ActivityView, PlanTotals } from './plan.bodies.ts';
import { defaultEarningRule, type DraftPlan, type PlannedActivity } from './plan.state.ts';

export function totalsOf({ activities, links, resources }: DraftPlan): PlanTotals {
  const all = activities.values();
  const summaries = all.filter(({ type }) => type === 'summary').length;
  return {
    activities: all.length - summaries,
    summaries,
    links: links.size,
    resources: resources.size,
    budget: all.reduce((sum, { budget }) => sum + (budget?.fixed ?? 0) + (budget?.variable ?? 0), 0),
  };
}

export function activityView({
  links: _,
  estimate: _estimate,
  demands,
  earningRule,
  ...activity
}: PlannedActivity): ActivityView {
  const needs = Object.entries(demands).map(([resourceId, units]) => ({ resourceId, units }));
  return { ...activity, earningRule: earningRule ?? defaultEarningRule, demands: needs };
}
