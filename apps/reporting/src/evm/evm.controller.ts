import { Controller, Get, Query } from '@nestjs/common';
import { Allows, Answers, Caller, type Principal, Wanted } from '@bw/service-shell';
import { EvmQuery } from './evm.query.ts';
import { ContributionsView, EvmView, PlannedValueQuery, PlannedValueView, PlanQuery, SeriesView } from './evm.views.ts';
import { PlanReadings } from './plan-reading.ts';

/** The product's default: earned schedule to the minute. */
const ES_STEP = 1;

@Allows('member')
@Controller()
export class EvmController {
  constructor(
    private readonly plans: PlanReadings,
    private readonly evm: EvmQuery,
  ) {}

  /** Earned value, earned schedule and forecasts of a plan. */
  @Get('evm')
  @Answers(EvmView)
  async figures(@Caller() principal: Principal, @Wanted() wanted: Wanted, @Query() query: PlanQuery): Promise<EvmView> {
    return this.evm.figures(await this.plans.open(principal, wanted, query.plan), query.esStep ?? ES_STEP);
  }

  /** The same at every data date, as known at the point, and the planned curve. */
  @Get('evm/series')
  @Answers(SeriesView)
  async series(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Query() query: PlanQuery,
  ): Promise<SeriesView> {
    return this.evm.series(await this.plans.open(principal, wanted, query.plan), query.esStep ?? ES_STEP);
  }

  /** What each activity adds to the figures; the lines sum exactly to them. */
  @Get('evm/contributions')
  @Answers(ContributionsView)
  async contributions(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Query() query: PlanQuery,
  ): Promise<ContributionsView> {
    return this.evm.contributions(await this.plans.open(principal, wanted, query.plan), query.esStep ?? ES_STEP);
  }

  /** Planned value per activity at the given instants. */
  @Get('planned-value')
  @Answers(PlannedValueView)
  async plannedValue(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Query() query: PlannedValueQuery,
  ): Promise<PlannedValueView> {
    return this.evm.plannedValue(await this.plans.open(principal, wanted, query.plan), query.at);
  }
}
