import { Injectable } from '@nestjs/common';
import { Commands, type CommandResult } from '@bw/event-store';
import type { Effective, Id, Instant, Issued } from '@bw/kernel';
import { Access, type Principal, Problem, rolesOf } from '@bw/service-shell';
import { minuteOf } from '@bw/working-time';
import { CalendarDesk } from '../calendars/calendar.desk.ts';
import { activityOf, type OpenPlan, PlanDesk } from '../plans/plan.desk.ts';
import { streams } from '../streams.ts';
import type { CostData } from './actual-cost.decider.ts';
import type { CostLine, ProgressLine } from './execution.bodies.ts';
import type { ProgressData, ProgressPolicy } from './progress.decider.ts';

/** A plan that facts are recorded for, with what its rules ask. */
export interface RecordedPlan extends OpenPlan {
  readonly dataDate?: Instant;
}

export type FindPlan = (planId: Id) => Promise<RecordedPlan>;

/** Records what happened. */
@Injectable()
export class ExecutionDesk {
  constructor(
    private readonly commands: Commands,
    private readonly plans: PlanDesk,
    private readonly calendars: CalendarDesk,
    private readonly access: Access,
  ) {}

  /** Finds plans for the caller, each only once: the lines of a batch mostly belong to one plan. */
  finder(principal: Principal, policy: ProgressPolicy): FindPlan {
    const found = new Map<Id, Promise<RecordedPlan>>();
    return (planId) => {
      const known = found.get(planId) ?? this.#open(principal, planId, policy);
      found.set(planId, known);
      return known;
    };
  }

  async recordProgress(
    find: FindPlan,
    line: ProgressLine,
    policy: ProgressPolicy,
    issued: Issued,
  ): Promise<CommandResult> {
    const open = await find(line.planId);
    const data = await this.#progress(open, line, policy, issued);
    const target = { id: line.activityId, ...open.place };
    return this.commands.run(streams.progress, target, { type: 'RecordProgress', data }, because(issued, line.reason));
  }

  async correctProgress(
    find: FindPlan,
    line: ProgressLine & { readonly corrects: Id; readonly reason: string },
    policy: ProgressPolicy,
    issued: Issued,
  ): Promise<CommandResult> {
    const { corrects, reason } = line;
    const open = await find(line.planId);
    const data = { ...(await this.#progress(open, line, policy, issued)), corrects, reason };
    const target = { id: line.activityId, ...open.place };
    return this.commands.run(streams.progress, target, { type: 'CorrectProgress', data }, because(issued, reason));
  }

  async recordCost(
    find: FindPlan,
    principal: Principal,
    line: CostLine & { readonly corrects?: Id; readonly reason?: string },
    policy: ProgressPolicy,
    issued: Issued,
  ): Promise<CommandResult> {
    const open = await find(line.planId);
    activityOf(open, line.activityId);
    if (line.basis === 'provider' && !this.access.seesProviderCost(principal, open.place)) {
      throw new Problem({
        code: 'FORBIDDEN',
        detail: 'Your roles do not let you record what the work costs the provider.',
      });
    }
    const { costId, planId, activityId, amount, currency, basis, effective, corrects, reason } = line;
    const data: CostData = {
      costId,
      planId,
      engagementId: open.plan.engagementId,
      activityId,
      amount,
      currency,
      basis,
      effective: effective ? { at: effective } : issued.effective,
      context: { planCurrency: open.plan.currency, ...(open.dataDate && { dataDate: open.dataDate }) },
      policy,
    };
    const target = { id: costId, ...open.place };
    const command = corrects
      ? { type: 'CorrectCost' as const, data: { ...data, corrects } }
      : { type: 'RecordCost' as const, data };
    return this.commands.run(streams.actualCost, target, command, because(issued, reason));
  }

  async #open(principal: Principal, planId: Id, policy: ProgressPolicy): Promise<RecordedPlan> {
    const open = await this.plans.open(principal, 'record', planId);
    if (policy === 'historic') await this.#requireHistoric(principal, open);
    const { state } = await this.commands.load(streams.dataDate, principal.tenant, planId);
    return state.status === 'set' ? { ...open, dataDate: state.dataDate } : open;
  }

  /** Importing what happened elsewhere is for those who answer for the plan, and for machines. */
  async #requireHistoric(principal: Principal, { place }: OpenPlan): Promise<void> {
    if (rolesOf(principal).has('integrator') || (await this.access.allows(principal, 'manage', place))) return;
    const hint = 'Report without policy=historic: then the rules for people hold.';
    throw new Problem({ code: 'FORBIDDEN', detail: 'Your roles do not let you import what happened elsewhere.', hint });
  }

  async #progress(
    open: RecordedPlan,
    line: ProgressLine,
    policy: ProgressPolicy,
    { tenant }: Issued,
  ): Promise<ProgressData> {
    const { planId, activityId, statusDate, actualStart, actualDuration, remainingDuration, actualFinish, reason } =
      line;
    const activity = activityOf(open, activityId);
    if (activity.type === 'summary') {
      const hint = 'Report the activities below it.';
      throw new Problem({
        code: 'VALIDATION',
        detail: `${activity.code} is a summary: it has no progress of its own.`,
        hint,
      });
    }
    const effective: Effective = { at: statusDate };
    const workSinceStart = await this.#workSince(
      tenant,
      actualStart,
      statusDate,
      activity.calendarId ?? open.plan.calendarId,
    );
    return {
      planId,
      engagementId: open.plan.engagementId,
      activityId,
      statusDate,
      actualStart,
      actualDuration,
      remainingDuration,
      actualFinish,
      effective,
      context: { dataDate: open.dataDate, workSinceStart },
      policy,
      ...(reason && { reason }),
    };
  }

  /** Undefined where it cannot be told: then nobody is warned. */
  async #workSince(
    tenant: Id,
    start: Instant | undefined,
    statusDate: Instant,
    calendarId: Id,
  ): Promise<number | undefined> {
    if (!start || start > statusDate) return undefined;
    const ready = await this.calendars.ready(tenant, calendarId);
    return ready?.working.workBetween(minuteOf(start), minuteOf(statusDate));
  }
}

function because(issued: Issued, reason: string | undefined): Issued {
  return reason ? { ...issued, reason } : issued;
}
