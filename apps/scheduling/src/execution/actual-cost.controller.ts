import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Access,
  Allows,
  Answers,
  AnswersCommand,
  AnswersLines,
  type Batch,
  Caller,
  IdParam,
  IssuedNow,
  Lines,
  type Principal,
  reply,
  versioned,
} from '@bw/service-shell';
import { unknown } from '../plans/plan.desk.ts';
import { AllowsRecording } from '../roles.ts';
import { streams } from '../streams.ts';
import { CostBody, CostCorrectionBody, CostLine, CostView, PolicyQuery } from './execution.bodies.ts';
import { ExecutionDesk } from './execution.desk.ts';

/** Actual cost of activities. */
@Controller('actual-costs')
export class ActualCostController {
  constructor(
    private readonly desk: ExecutionDesk,
    private readonly commands: Commands,
    private readonly access: Access,
  ) {}

  @Put(':costId')
  @AllowsRecording()
  @AnswersCommand()
  async record(
    @IdParam('costId') costId: string,
    @Body() body: CostBody,
    @Query() { policy = 'strict' }: PolicyQuery,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const find = this.desk.finder(principal, policy);
    return reply(await this.desk.recordCost(find, principal, { ...body, costId }, policy, issued));
  }

  /** Replaces the cost as a whole; both stay visible, each to whoever asks what was known then. */
  @Post(':costId/corrections')
  @HttpCode(200)
  @AllowsRecording()
  @AnswersCommand()
  async correct(
    @IdParam('costId') costId: string,
    @Body() body: CostCorrectionBody,
    @Query() { policy = 'strict' }: PolicyQuery,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const find = this.desk.finder(principal, policy);
    return reply(await this.desk.recordCost(find, principal, { ...body, costId }, policy, issued));
  }

  /** A command per line with a key of its own; a result per line. */
  @Post('batch')
  @HttpCode(200)
  @AllowsRecording()
  @AnswersLines({ type: 'object' })
  recordMany(
    @Lines(CostLine) lines: Batch<CostLine>,
    @Query() { policy = 'strict' }: PolicyQuery,
    @Caller() principal: Principal,
  ) {
    const find = this.desk.finder(principal, policy);
    return lines.run((line, issued) => this.desk.recordCost(find, principal, line, policy, issued), {
      order: ({ costId }) => costId,
    });
  }

  @Get(':costId')
  @Allows('member')
  @Answers(CostView, { etag: true })
  async show(@IdParam('costId') costId: string, @Caller() principal: Principal) {
    const { state, version } = await this.commands.load(streams.actualCost, principal.tenant, costId);
    if (state.status === 'none') throw unknown('cost', costId);
    const { engagementId: engagement, activityId, amount, currency, basis } = state.content;
    const action = basis === 'provider' ? 'read-provider-cost' : 'read';
    if (!(await this.access.allows(principal, action, { engagement }))) throw unknown('cost', costId);
    return versioned<CostView>({ costId, activityId, amount, currency, basis, eventId: state.eventId }, version);
  }
}
