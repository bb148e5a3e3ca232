import { refuse, type Refused } from '@bw/kernel';
import { findCycle } from '@bw/schedule-engine';
import type { PlanRefusal } from './plan.commands.ts';
import type { DraftPlan, PlannedActivity, PlannedLink } from './plan.state.ts';

/** Whether these two may be linked at all, apart from cycles. */
export function linkRefusal(plan: DraftPlan, link: PlannedLink): Refused<PlanRefusal> | undefined {
  const [predecessor, successor] = [plan.activities.get(link.predecessor), plan.activities.get(link.successor)];
  if (!predecessor || !successor) {
    const missing = predecessor ? link.successor : link.predecessor;
    return refuse('link-dangling', { linkId: link.linkId, activityId: missing });
  }
  if (predecessor === successor) return refuse('link-to-itself', { linkId: link.linkId, activity: predecessor.code });
  const summary = [predecessor, successor].find(({ type }) => type === 'summary');
  if (summary) {
    const hint = 'Link the first or last activity below the summary instead.';
    return refuse('link-on-summary', { linkId: link.linkId, activity: summary.code, hint });
  }
  const same = sameLink(plan, predecessor, link);
  return same && refuse('link-exists-already', { linkId: same.linkId, type: same.type });
}

/** The plan's links with these, or the cycle that they would close, step by step. */
export function cycleRefusal(plan: DraftPlan, ...added: readonly PlannedLink[]): Refused<PlanRefusal> | undefined {
  const ids = new Set(added.map(({ linkId }) => linkId));
  const links = [...plan.links.values().filter(({ linkId }) => !ids.has(linkId)), ...added];
  const cycle = findCycle(links.map(({ linkId, ...link }) => ({ id: linkId, ...link })));
  if (!cycle) return undefined;
  const path = cycle.map(({ activity, link, type }) => ({
    activityId: activity,
    code: codeOf(plan, activity),
    link,
    type,
  }));
  return refuse('plan-would-have-a-cycle', { path });
}

function codeOf(plan: DraftPlan, activityId: string): string {
  return plan.activities.get(activityId)?.code ?? activityId;
}

/** Two activities may have a start link and a finish link, but no two links of one type. */
function sameLink(plan: DraftPlan, { links }: PlannedActivity, wanted: PlannedLink): PlannedLink | undefined {
  return links
    .map((linkId) => plan.links.get(linkId))
    .find(
      (link) =>
        link !== undefined &&
        link.linkId !== wanted.linkId &&
        link.predecessor === wanted.predecessor &&
        link.successor === wanted.successor &&
        link.type === wanted.type,
    );
}
