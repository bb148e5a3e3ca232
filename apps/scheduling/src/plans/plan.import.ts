import type { PlanFact } from '@bw/contracts-scheduling';
import { accept, type Decision, refuse } from '@bw/kernel';
import { activityRefusal, added, extras } from './plan.activities.ts';
import type { ImportedActivity, ImportPlanData, PlanRefusal } from './plan.commands.ts';
import { cycleRefusal, linkRefusal } from './plan.links.ts';
import { type DraftPlan, evolvePlan } from './plan.state.ts';

/** All of the file or nothing: the plan that it would make is judged by the same rules as single commands. */
export function importPlan(data: ImportPlanData, plan: DraftPlan): Decision<PlanFact, PlanRefusal> {
  if (plan.imports.includes(data.importId)) return accept();
  if (plan.activities.size > 0) {
    return refuse('plan-is-not-empty', { activities: plan.activities.size, hint: 'Import into a new plan.' });
  }
  const { importId, fileHash, counts, activities, links, resources } = data;
  const { planId } = plan;
  const facts: PlanFact[] = [{ type: 'scheduling.PlanImported', data: { planId, importId, fileHash, counts } }];
  let after = plan;
  const take = (...some: readonly PlanFact[]) => {
    facts.push(...some);
    for (const fact of some) after = stillDraft(evolvePlan(after, fact));
  };

  for (const resource of resources) take({ type: 'scheduling.ResourceDefined', data: { planId, ...resource } });
  for (const activity of activities) {
    const refusal = activityRefusal(activity, after);
    if (refusal) return refusal;
    if (after.activities.has(activity.activityId)) return refuse('activity-code-taken', { code: activity.code });
    const { constraint: _, demands: _demands, ...content } = activity;
    take(added(content, planId), ...extras(content, plan), ...more(activity, planId));
  }
  for (const link of links) {
    const refusal = linkRefusal(after, link);
    if (refusal) return refusal;
    take({ type: 'scheduling.ActivitiesLinked', data: { planId, ...link } });
  }
  return cycleRefusal(after) ?? accept(...facts);
}

function more({ activityId, constraint, demands }: ImportedActivity, planId: string): readonly PlanFact[] {
  const needs = demands.map((demand): PlanFact => ({
    type: 'scheduling.DemandSet',
    data: { planId, activityId, ...demand },
  }));
  return constraint
    ? [{ type: 'scheduling.ConstraintSet', data: { planId, activityId, ...constraint } }, ...needs]
    : needs;
}

/** Facts of a draft leave it one; the type of `evolve` cannot say so. */
function stillDraft(state: ReturnType<typeof evolvePlan>): DraftPlan {
  if (state.status === 'none') throw new Error('A plan vanished while its import was judged.');
  return state;
}
