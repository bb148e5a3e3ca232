import { Controller, Get, Query } from '@nestjs/common';
import { Allows, Answers, Caller, invalid, type Principal, Wanted } from '@bw/service-shell';
import { PlanReadings } from '../evm/plan-reading.ts';
import { Readings } from '../reading/readings.ts';
import { RestatementsQuery } from './restatements.query.ts';
import { RestatementParameters, RestatementView } from './restatements.views.ts';

const ES_STEP = 1;

@Allows('member')
@Controller('restatements')
export class RestatementsController {
  constructor(
    private readonly plans: PlanReadings,
    private readonly readings: Readings,
    private readonly query: RestatementsQuery,
  ) {}

  /** What changed in the figures of one business time between two states of knowledge, item by item. */
  @Get()
  @Answers(RestatementView)
  async restate(
    @Caller() principal: Principal,
    @Wanted() { asOf, knownAt, cut, minPosition }: Wanted,
    @Query() { plan, from, to, esStep = ES_STEP }: RestatementParameters,
  ): Promise<RestatementView> {
    if (knownAt !== undefined || cut !== undefined)
      throw invalid('/to', 'says what is known: leave out knownAt and cut');
    const after = await this.plans.open(principal, { asOf, minPosition, ...(to !== undefined && { cut: to }) }, plan);
    this.readings.cut(from, '/from');
    const before = await this.plans.open(principal, { asOf: after.point.asOf, cut: from }, plan);
    return this.query.restate({ before, after }, esStep);
  }
}
