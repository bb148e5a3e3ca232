import { Controller, Get, Query } from '@nestjs/common';
import type { FormulaId } from '@bw/performance-engine';
import { Allows, Answers, Caller, Page, type Principal, Wanted } from '@bw/service-shell';
import { PlanReadings } from '../evm/plan-reading.ts';
import { ExplainQuery } from './explain.query.ts';
import { ExplainParameters, ExplainView } from './explain.views.ts';

@Allows('member')
@Controller('explain')
export class ExplainController {
  constructor(
    private readonly plans: PlanReadings,
    private readonly query: ExplainQuery,
  ) {}

  /** Why is this figure what it is? Down to the events. */
  @Get()
  @Answers(ExplainView)
  async explain(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Page() page: Page,
    @Query() { figure, plan, activity, esStep = 1 }: ExplainParameters,
  ): Promise<ExplainView> {
    const asked = await this.plans.open(principal, wanted, plan);
    // The contract lets only formula ids through.
    return this.query.explain(asked, { figure: figure as FormulaId, esStepMinutes: esStep, activity, ...page });
  }
}
