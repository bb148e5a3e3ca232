import { Controller, Get, Query } from '@nestjs/common';
import { Allows, Answers, Caller, Page, type Principal, Wanted } from '@bw/service-shell';
import { EngagementParameters } from '../reading/engagement-parameters.ts';
import { Readings } from '../reading/readings.ts';
import { AuditQuery } from './audit.query.ts';
import { AuditView } from './audit.views.ts';

@Allows('member')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly readings: Readings,
    private readonly audit: AuditQuery,
  ) {}

  /** Everything that was recorded about an engagement, the latest first. */
  @Get()
  @Answers(AuditView)
  async trail(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Page() page: Page,
    @Query() { engagement }: EngagementParameters,
  ): Promise<AuditView> {
    const place = await this.readings.require(principal, { engagement });
    const asked = await this.readings.open(principal, wanted);
    const withProviderCost = this.readings.seesProviderCost(asked, place);
    return { point: asked.view, ...(await this.audit.trail(asked, { engagement, withProviderCost }, page)) };
  }
}
