import { Controller, Get, Query } from '@nestjs/common';
import { Allows, Answers, Caller, Page, type Principal, Wanted } from '@bw/service-shell';
import { pageThrough } from '../reading/paging.ts';
import { Readings } from '../reading/readings.ts';
import { DecisionContextQuery } from './decision-context.query.ts';
import { DecisionInboxQuery } from './decision-inbox.query.ts';
import { DecisionInboxParameters, DecisionInboxView } from './decision-inbox.views.ts';

@Allows('member')
@Controller('decision-inbox')
export class DecisionInboxController {
  constructor(
    private readonly readings: Readings,
    private readonly inbox: DecisionInboxQuery,
    private readonly context: DecisionContextQuery,
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
    const { view, reading, point } = await this.readings.open(principal, wanted);
    const asked = await this.inbox.asked(reading, engagement);
    const { items, next } = pageThrough(
      asked.filter((each) => state === 'all' || each.view.state === state),
      page,
    );
    const house = this.readings.house(principal, point);
    return { point: view, items: await this.context.withContext(reading, house, items), ...(next && { next }) };
  }
}
