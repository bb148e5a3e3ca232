import { Controller, Get, Query } from '@nestjs/common';
import { Allows, Answers, Caller, Page, type Principal, Wanted } from '@bw/service-shell';
import { PlanReadings } from '../evm/plan-reading.ts';
import { PlanActivitiesQuery } from './plan-activities.query.ts';
import { PlanActivitiesParameters, PlanActivitiesView } from './plan-activities.views.ts';

@Allows('member')
@Controller('plan-activities')
export class PlanActivitiesController {
  constructor(
    private readonly plans: PlanReadings,
    private readonly activities: PlanActivitiesQuery,
  ) {}

  /** The activities of a plan: as planned, as baselined, as forecast, as done. */
  @Get()
  @Answers(PlanActivitiesView)
  async list(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Page() page: Page,
    @Query() { plan }: PlanActivitiesParameters,
  ): Promise<PlanActivitiesView> {
    return this.activities.page(await this.plans.open(principal, wanted, plan), page);
  }
}
