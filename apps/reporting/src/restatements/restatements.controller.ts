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

  /**
   * What changed in the figures between two states of knowledge, or between two business times, item by item. Without
   * `from` and `fromKnownAt` both readings know the same.
   */
  @Get()
  @Answers(RestatementView)
  async restate(
    @Caller() principal: Principal,
    @Wanted() { asOf, knownAt, cut, minPosition }: Wanted,
    @Query() { plan, from, fromKnownAt, fromAsOf, to, esStep = ES_STEP }: RestatementParameters,
  ): Promise<RestatementView> {
    if (to !== undefined && (knownAt !== undefined || cut !== undefined))
      throw invalid('/to', 'says what is known: leave out knownAt and cut');
    if (from !== undefined && fromKnownAt !== undefined)
      throw invalid('/fromKnownAt', 'says what was known: leave out from');
    if (from === undefined && fromKnownAt === undefined && fromAsOf === undefined)
      throw invalid('/from', 'is needed: the cut of the earlier reading, fromKnownAt, or fromAsOf');
    const known = to === undefined ? { knownAt, cut } : { cut: to };
    const after = await this.plans.open(principal, { asOf, minPosition, ...known }, plan);
    if (from !== undefined) this.readings.cut(from, '/from');
    const knownBefore = fromKnownAt === undefined ? { cut: from ?? after.view.cut } : { knownAt: fromKnownAt };
    const before = await this.plans.open(principal, { asOf: fromAsOf ?? after.point.asOf, ...knownBefore }, plan);
    return this.query.restate({ before, after }, esStep);
  }
}
