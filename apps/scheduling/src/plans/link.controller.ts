import { Body, Controller, Delete, HttpCode, Put, Query } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import { AnswersCommand, Caller, IdParam, IfMatch, IssuedNow, type Principal, reply } from '@bw/service-shell';
import { AllowsPlanning } from '../roles.ts';
import { streams } from '../streams.ts';
import { LinkBody, OfPlanQuery } from './plan.bodies.ts';
import { PlanDesk } from './plan.desk.ts';

/** Links between activities of one plan. A link that would close a circle is refused with the whole path of it. */
@Controller('links')
export class LinkController {
  constructor(
    private readonly commands: Commands,
    private readonly desk: PlanDesk,
  ) {}

  /** Links two activities, or changes type and lag of the link; a change needs If-Match. */
  @Put(':linkId')
  @AllowsPlanning()
  @AnswersCommand()
  async put(
    @IdParam('linkId') linkId: string,
    @Body() { planId, lag = 0, lagCalendar, ...ends }: LinkBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch({ optional: true }) expectedVersion: number | undefined,
  ) {
    const { target, plan } = await this.desk.open(principal, 'manage', planId);
    const guarded = expectedVersion !== undefined;
    const data = { linkId, ...ends, lag, lagCalendar: lagCalendar ?? plan.options.lagCalendar };
    const options = guarded ? { expectedVersion } : {};
    return reply(await this.commands.run(streams.plan, target, { type: 'PutLink', data, guarded }, issued, options));
  }

  @Delete(':linkId')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  async remove(
    @IdParam('linkId') linkId: string,
    @Query() { plan: planId }: OfPlanQuery,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ) {
    const { target } = await this.desk.open(principal, 'manage', planId);
    const command = { type: 'UnlinkActivities' as const, data: { linkId } };
    return reply(await this.commands.run(streams.plan, target, command, issued, { expectedVersion }));
  }
}
