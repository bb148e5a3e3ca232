import type { PlanCreated } from '@bw/contracts-scheduling';
import type { OpenPlan } from '../plans/plan.desk.ts';
import { evolvePlan, noPlan } from '../plans/plan.state.ts';

/** A plan that a file is previewed for: one that is there, or one that would be made for it. */
export interface PreviewedPlan extends OpenPlan {
  /** Not made yet; where `start` is open, the file's earliest date becomes the project's start. */
  readonly isNew?: { readonly findsStart: boolean };
}

/** The plan as its first event will tell it. */
export function createdFrom(
  { planId, engagementId, title, zone, currency, calendarId }: PlanCreated,
  projectStart: string,
): PlanCreated {
  return { planId, engagementId, title, zone, currency, calendarId, projectStart };
}

/** A plan that does not exist yet, as it would begin. */
export function plannedFrom(created: PlanCreated, place: OpenPlan['place']): OpenPlan {
  const plan = evolvePlan(noPlan, { type: 'scheduling.PlanCreated', data: created });
  if (plan.status === 'none') throw new Error('A plan that was just begun is none.');
  return { plan, version: 0, target: { id: created.planId, ...place }, place };
}
