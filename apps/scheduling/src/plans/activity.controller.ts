import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Allows,
  Answers,
  AnswersCommand,
  Caller,
  Database,
  IdParam,
  IfMatch,
  IssuedNow,
  type Principal,
  reply,
  versioned,
} from '@bw/service-shell';
import { AllowsPlanning } from '../roles.ts';
import { streams } from '../streams.ts';
import {
  ActivityBody,
  ActivityView,
  BudgetBody,
  ConstraintBody,
  DemandBody,
  EarningRuleBody,
  EstimateBody,
  OfPlanQuery,
} from './plan.bodies.ts';
import type { PlanCommand } from './plan.commands.ts';
import { activityOf, PlanDesk } from './plan.desk.ts';
import { activityView } from './plan.views.ts';

interface Edit {
  readonly planId: string;
  readonly principal: Principal;
  readonly issued: Issued;
  readonly expectedVersion?: number;
}

/** The activities of plans. Every answer's ETag is the version of the plan. */
@Controller('activities')
export class ActivityController {
  constructor(
    private readonly commands: Commands,
    private readonly desk: PlanDesk,
    private readonly database: Database,
  ) {}

  /** Adds the activity to its plan, or changes it; a change needs If-Match. */
  @Put(':activityId')
  @AllowsPlanning()
  @AnswersCommand()
  put(
    @IdParam('activityId') activityId: string,
    @Body() { planId, ...data }: ActivityBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch({ optional: true }) expectedVersion: number | undefined,
  ) {
    const guarded = expectedVersion !== undefined;
    const edit = { planId, principal, issued, ...(guarded && { expectedVersion }) };
    return this.#run(edit, { type: 'PutActivity', data: { activityId, ...data }, guarded });
  }

  @Get(':activityId')
  @Allows('member')
  @Answers(ActivityView, { etag: true })
  async show(
    @IdParam('activityId') activityId: string,
    @Query() { plan }: OfPlanQuery,
    @Caller() principal: Principal,
  ) {
    const open = await this.desk.open(principal, 'read', plan);
    return versioned(activityView(activityOf(open, activityId)), open.version);
  }

  /** Removes it with its links; what has actuals stays. */
  @Delete(':activityId')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  async remove(
    @IdParam('activityId') activityId: string,
    @Query() { plan }: OfPlanQuery,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ) {
    const edit = { planId: plan, principal, issued, expectedVersion };
    await this.desk.open(principal, 'manage', plan);
    const hasActuals = await this.#hasActuals(principal, activityId);
    return this.#run(edit, { type: 'RemoveActivity', data: { activityId, hasActuals } });
  }

  @Post(':activityId/constraint')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  constrain(
    @IdParam('activityId') activityId: string,
    @Body() { planId, ...data }: ConstraintBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ) {
    const origin = 'person' as const;
    return this.#run(
      { planId, principal, issued, expectedVersion },
      { type: 'SetConstraint', data: { activityId, ...data, origin } },
    );
  }

  /** Three estimates of its duration. */
  @Post(':activityId/estimate')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  estimate(
    @IdParam('activityId') activityId: string,
    @Body() { planId, ...data }: EstimateBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ) {
    return this.#run(
      { planId, principal, issued, expectedVersion },
      { type: 'SetEstimate', data: { activityId, ...data } },
    );
  }

  @Post(':activityId/budget')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  budget(
    @IdParam('activityId') activityId: string,
    @Body() { planId, ...data }: BudgetBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ) {
    return this.#run(
      { planId, principal, issued, expectedVersion },
      { type: 'SetBudget', data: { activityId, ...data } },
    );
  }

  @Post(':activityId/earning-rule')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  earn(
    @IdParam('activityId') activityId: string,
    @Body() { planId, ...data }: EarningRuleBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ) {
    return this.#run(
      { planId, principal, issued, expectedVersion },
      { type: 'SetEarningRule', data: { activityId, ...data } },
    );
  }

  /** How much of a resource it needs. */
  @Post(':activityId/demand')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  demand(
    @IdParam('activityId') activityId: string,
    @Body() { planId, ...data }: DemandBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ) {
    return this.#run(
      { planId, principal, issued, expectedVersion },
      { type: 'SetDemand', data: { activityId, ...data } },
    );
  }

  async #run({ planId, principal, issued, expectedVersion }: Edit, command: PlanCommand) {
    const { target } = await this.desk.open(principal, 'manage', planId);
    const options = expectedVersion === undefined ? {} : { expectedVersion };
    return reply(await this.commands.run(streams.plan, target, command, issued, options));
  }

  /** Progress is asked of its stream; cost has streams of its own, so its activities are kept in a table. */
  async #hasActuals({ tenant }: Principal, activityId: string): Promise<boolean> {
    const { version } = await this.commands.load(streams.progress, tenant, activityId);
    if (version > 0) return true;
    const { rowCount } = await this.database.withTenant(tenant, (tx) =>
      tx.query('select from scheduling.actual where activity = $1', [activityId]),
    );
    return rowCount !== 0;
  }
}
