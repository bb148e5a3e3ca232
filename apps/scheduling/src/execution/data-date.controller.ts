import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import { AnswersCommand, Caller, IdParam, IssuedNow, type Principal, reply } from '@bw/service-shell';
import { PlanDesk } from '../plans/plan.desk.ts';
import { AllowsRecording } from '../roles.ts';
import { streams } from '../streams.ts';
import { DataDateBody } from './execution.bodies.ts';

@Controller('plans/:planId/data-date')
export class DataDateController {
  constructor(
    private readonly commands: Commands,
    private readonly plans: PlanDesk,
  ) {}

  /** Moves the data date on: what happened up to it may be reported from now on. Back only as a correction. */
  @Post()
  @HttpCode(200)
  @AllowsRecording()
  @AnswersCommand()
  async advance(
    @IdParam('planId') planId: string,
    @Body() { dataDate, corrects, reason }: DataDateBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const { plan, target } = await this.plans.open(principal, 'record', planId);
    const data = { planId, engagementId: plan.engagementId, dataDate, effective: { at: dataDate }, reason, corrects };
    const because = reason ? { ...issued, reason } : issued;
    return reply(await this.commands.run(streams.dataDate, target, { type: 'AdvanceDataDate', data }, because));
  }
}
