import type { PlanFact } from '@bw/contracts-scheduling';
import { accept, type Decision, type Id, refuse, type Refused } from '@bw/kernel';
import { isSame } from '../is-same.ts';
import { activityRefusal, added, differences, extras, typeRefusal } from './plan.activities.ts';
import type { ImportedActivity, ImportPlanData, PlanRefusal } from './plan.commands.ts';
import { cycleRefusal, linkRefusal } from './plan.links.ts';
import { type DraftPlan, evolvePlan, type PlannedActivity, type PlannedLink } from './plan.state.ts';

/**
 * All of the file or nothing: the plan that it would make is judged by the same rules as single commands. What the file
 * says about an activity replaces what the plan said of it; what the file does not mention stays.
 */
export function importPlan(data: ImportPlanData, plan: DraftPlan): Decision<PlanFact, PlanRefusal> {
  if (plan.imports.includes(data.importId)) return accept();
  const { importId, fileHash, counts, activities, links, resources, replacesLinks } = data;
  const { planId } = plan;
  const facts: PlanFact[] = [{ type: 'scheduling.PlanImported', data: { planId, importId, fileHash, counts } }];
  let after = plan;
  const take = (...some: readonly PlanFact[]) => {
    facts.push(...some);
    for (const fact of some) after = stillDraft(evolvePlan(after, fact));
  };

  for (const resource of resources) take({ type: 'scheduling.ResourceDefined', data: { planId, ...resource } });
  if (replacesLinks) {
    for (const linkId of outdatedLinks(plan, activities, links))
      take({ type: 'scheduling.ActivitiesUnlinked', data: { planId, linkId } });
  }
  const seen = new Set<Id>();
  for (const activity of activities) {
    const { constraint, demands, ...content } = activity;
    const before = plan.activities.get(activity.activityId) && after.activities.get(activity.activityId);
    if (seen.has(activity.activityId)) return refuse('activity-code-taken', { code: activity.code });
    seen.add(activity.activityId);
    const refusal = activityRefusal(content, after) ?? (before && typeRefusal(content, before));
    if (refusal) return refusal;
    take(
      ...(before ? differences(content, before, planId) : [added(content, planId)]),
      ...extras(content, plan, before),
      ...constraintFacts(activity, planId, before),
      ...demandFacts(activity, planId, before),
    );
  }
  for (const link of links) {
    const outcome = linkFact(after, link);
    if (outcome && 'refusal' in outcome) return outcome;
    if (outcome) take(outcome);
  }
  return cycleRefusal(after) ?? accept(...facts);
}

/** Links into activities of the file that the file does not name any more. */
function outdatedLinks(
  plan: DraftPlan,
  activities: readonly ImportedActivity[],
  wanted: readonly PlannedLink[],
): readonly Id[] {
  const kept = new Set(wanted.map(({ linkId }) => linkId));
  const listed = new Set(activities.map(({ activityId }) => activityId));
  return plan.links
    .values()
    .filter(({ linkId, successor }) => listed.has(successor) && !kept.has(linkId))
    .map(({ linkId }) => linkId);
}

function linkFact(plan: DraftPlan, link: PlannedLink): PlanFact | Refused<PlanRefusal> | undefined {
  const found = plan.links.get(link.linkId);
  if (isSame(found, link)) return undefined;
  const refusal = linkRefusal(plan, link);
  if (refusal) return refusal;
  const { linkId, type, lag, lagCalendar } = link;
  return found
    ? { type: 'scheduling.LinkChanged', data: { planId: plan.planId, linkId, type, lag, lagCalendar } }
    : { type: 'scheduling.ActivitiesLinked', data: { planId: plan.planId, ...link } };
}

function constraintFacts(
  { activityId, constraint }: ImportedActivity,
  planId: Id,
  before: PlannedActivity | undefined,
): readonly PlanFact[] {
  if (!constraint) return [];
  const wanted = constraint.kind === 'ASAP' ? undefined : { kind: constraint.kind, at: constraint.at };
  if (isSame(before?.constraint, wanted)) return [];
  return [{ type: 'scheduling.ConstraintSet', data: { planId, activityId, ...constraint } }];
}

function demandFacts(
  { activityId, demands }: ImportedActivity,
  planId: Id,
  before: PlannedActivity | undefined,
): readonly PlanFact[] {
  return demands
    .filter(({ resourceId, units }) => (before?.demands[resourceId] ?? 0) !== units)
    .map((demand): PlanFact => ({ type: 'scheduling.DemandSet', data: { planId, activityId, ...demand } }));
}

/** Facts of a draft leave it one; the type of `evolve` cannot say so. */
function stillDraft(state: ReturnType<typeof evolvePlan>): DraftPlan {
  if (state.status === 'none') throw new Error('A plan vanished while its import was judged.');
  return state;
}
