import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
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
import { OfPlanQuery } from '../plans/plan.bodies.ts';
import { activityOf, PlanDesk } from '../plans/plan.desk.ts';
import { AllowsRecording } from '../roles.ts';
import { streams } from '../streams.ts';
import { PolicyQuery, ProgressBody, ProgressCorrectionBody, ProgressLine, ProgressView } from './execution.bodies.ts';
import { ExecutionDesk } from './execution.desk.ts';

/** Progress of single activities. Reports are facts, not edits: they need no If-Match. */
@Controller('activities/:activityId')
export class ActivityProgressController {
  constructor(
    private readonly desk: ExecutionDesk,
    private readonly plans: PlanDesk,
    private readonly commands: Commands,
  ) {}

  @Post('progress')
  @HttpCode(200)
  @AllowsRecording()
  @AnswersCommand()
  async record(
    @IdParam('activityId') activityId: string,
    @Body() body: ProgressBody,
    @Query() { policy = 'strict' }: PolicyQuery,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const find = this.desk.finder(principal, policy);
    return reply(await this.desk.recordProgress(find, { ...body, activityId }, policy, issued));
  }

  /** Sets an earlier report right; what it said stays visible to whoever asks what was known then. */
  @Post('progress-corrections')
  @HttpCode(200)
  @AllowsRecording()
  @AnswersCommand()
  async correct(
    @IdParam('activityId') activityId: string,
    @Body() body: ProgressCorrectionBody,
    @Query() { policy = 'strict' }: PolicyQuery,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const find = this.desk.finder(principal, policy);
    return reply(await this.desk.correctProgress(find, { ...body, activityId }, policy, issued));
  }

  /** Every report with the event that brought it. */
  @Get('progress')
  @Allows('member')
  @Answers(ProgressView, { etag: true })
  async show(
    @IdParam('activityId') activityId: string,
    @Query() { plan }: OfPlanQuery,
    @Caller() principal: Principal,
  ) {
    activityOf(await this.plans.open(principal, 'read', plan), activityId);
    const { state, version } = await this.commands.load(streams.progress, principal.tenant, activityId);
    return versioned<ProgressView>({ activityId, reports: state.reports }, version);
  }
}

/** Progress of many activities at once. */
@Controller('progress')
export class ProgressBatchController {
  constructor(private readonly desk: ExecutionDesk) {}

  /** A command per line with a key of its own; a result per line. */
  @Post('batch')
  @HttpCode(200)
  @AllowsRecording()
  @AnswersLines({ type: 'object' })
  record(
    @Lines(ProgressLine) lines: Batch<ProgressLine>,
    @Query() { policy = 'strict' }: PolicyQuery,
    @Caller() principal: Principal,
  ) {
    const find = this.desk.finder(principal, policy);
    return lines.run((line, issued) => this.desk.recordProgress(find, line, policy, issued), {
      order: ({ activityId }) => activityId,
    });
  }
}
