import { Controller, Get, Query } from '@nestjs/common';
import { Allows, Answers, Caller, Page, type Principal, Wanted } from '@bw/service-shell';
import { EngagementParameters } from '../reading/engagement-parameters.ts';
import { pageThrough } from '../reading/paging.ts';
import { Readings } from '../reading/readings.ts';
import { IssueClocksQuery } from './issue-clocks.query.ts';
import { IssueClocksView } from './issue-clocks.views.ts';

@Allows('member')
@Controller('issue-clocks')
export class IssueClocksController {
  constructor(
    private readonly readings: Readings,
    private readonly issues: IssueClocksQuery,
  ) {}

  /** The issues of an engagement with their clocks and ladders. */
  @Get()
  @Answers(IssueClocksView)
  async list(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Page() page: Page,
    @Query() { engagement }: EngagementParameters,
  ): Promise<IssueClocksView> {
    await this.readings.require(principal, { engagement });
    const { view, reading, point } = await this.readings.open(principal, wanted);
    const house = this.readings.house(principal, point);
    return { point: view, ...pageThrough(await this.issues.issues(reading, house, engagement), page) };
  }
}
