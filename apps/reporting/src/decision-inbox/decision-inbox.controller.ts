import { Controller, Get, Query } from '@nestjs/common';
import { Allows, Answers, Caller, Page, type Principal, Wanted } from '@bw/service-shell';
import { pageThrough } from '../reading/paging.ts';
import { Readings } from '../reading/readings.ts';
import { DecisionInboxQuery } from './decision-inbox.query.ts';
import { DecisionInboxParameters, DecisionInboxView } from './decision-inbox.views.ts';

@Allows('member')
@Controller('decision-inbox')
export class DecisionInboxController {
  constructor(
    private readonly readings: Readings,
    private readonly inbox: DecisionInboxQuery,
  ) {}

  /** What waits for a decision in the caller's engagements. */
  @Get()
  @Answers(DecisionInboxView)
  async list(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Page() page: Page,
    @Query() { engagement, state = 'open' }: DecisionInboxParameters,
  ): Promise<DecisionInboxView> {
    if (engagement) await this.readings.require(principal, { engagement });
    const { view, reading } = await this.readings.open(principal, wanted);
    const approvals = await this.inbox.approvals(reading, engagement);
    const wantedOnes = approvals.filter((approval) => state === 'all' || approval.state === state);
    return { point: view, ...pageThrough(wantedOnes, page) };
  }
}
