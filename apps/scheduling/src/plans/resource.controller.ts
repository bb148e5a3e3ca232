import { Body, Controller, Put } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import { AnswersCommand, Caller, IdParam, IfMatch, IssuedNow, type Principal, reply } from '@bw/service-shell';
import { AllowsPlanning } from '../roles.ts';
import { streams } from '../streams.ts';
import { ResourceBody } from './plan.bodies.ts';
import { PlanDesk } from './plan.desk.ts';

/** Kinds of resources that a plan counts with. What they cost is the engagement service's business. */
@Controller('resources')
export class ResourceController {
  constructor(
    private readonly commands: Commands,
    private readonly desk: PlanDesk,
  ) {}

  @Put(':resourceId')
  @AllowsPlanning()
  @AnswersCommand()
  async put(
    @IdParam('resourceId') resourceId: string,
    @Body() { planId, ...data }: ResourceBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch({ optional: true }) expectedVersion: number | undefined,
  ) {
    const { target } = await this.desk.open(principal, 'manage', planId);
    const guarded = expectedVersion !== undefined;
    const command = { type: 'DefineResource' as const, data: { resourceId, ...data }, guarded };
    return reply(await this.commands.run(streams.plan, target, command, issued, guarded ? { expectedVersion } : {}));
  }
}
