import { Injectable } from '@nestjs/common';
import { Commands, type Target } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import { Access, type Action, type Principal, Problem } from '@bw/service-shell';
import { streams } from '../streams.ts';
import type { DraftPlan, PlannedActivity } from './plan.state.ts';

/** A plan that the caller may act on. */
export interface OpenPlan {
  readonly plan: DraftPlan;
  readonly version: number;
  /** Of the plan's own stream. */
  readonly target: Target;
  /** To whom every stream about this plan belongs. */
  readonly place: { readonly engagement: Id; readonly client: Id };
}

/** Finds plans for callers: what one may not know of does not exist. */
@Injectable()
export class PlanDesk {
  constructor(
    private readonly commands: Commands,
    private readonly access: Access,
  ) {}

  async open(principal: Principal, action: Action, planId: Id): Promise<OpenPlan> {
    const { state, version } = await this.commands.load(streams.plan, principal.tenant, planId);
    if (state.status === 'none') throw unknown('plan', planId);
    const { engagementId: engagement } = state;
    // Asked first, so that the answer about a foreign plan does not name its engagement.
    if (!(await this.access.allows(principal, 'read', { engagement }))) throw unknown('plan', planId);
    const place = await this.access.require(principal, action, { engagement });
    return { plan: state, version, target: { id: planId, ...place }, place };
  }
}

export function unknown(what: string, id: Id): Problem {
  return new Problem({ code: 'NOT_FOUND', detail: `There is no ${what} ${id} that you know of.` });
}

/** The activity, or 404. */
export function activityOf({ plan }: OpenPlan, activityId: Id): PlannedActivity {
  const activity = plan.activities.get(activityId);
  if (!activity) throw unknown('activity', activityId);
  return activity;
}
