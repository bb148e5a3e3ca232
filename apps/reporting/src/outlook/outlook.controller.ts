import { Controller, Get, Query } from '@nestjs/common';
import { Allows, Answers, Caller, type Principal, Wanted } from '@bw/service-shell';
import { PlanReadings } from '../evm/plan-reading.ts';
import { OutlookQuery } from './outlook.query.ts';
import { OutlookParameters, OutlookView } from './outlook.views.ts';

@Allows('member')
@Controller('outlook')
export class OutlookController {
  constructor(
    private readonly plans: PlanReadings,
    private readonly query: OutlookQuery,
  ) {}

  /** When a plan will end by its schedule runs, what makes it end then, how that has moved, and its milestones. */
  @Get()
  @Answers(OutlookView)
  async outlook(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Query() { plan }: OutlookParameters,
  ): Promise<OutlookView> {
    return this.query.outlook(await this.plans.open(principal, wanted, plan));
  }
}
