import { Controller, Get } from '@nestjs/common';
import { Allows, Answers, Caller, Page, type Principal, Wanted } from '@bw/service-shell';
import { EngagementLineQuery, type EngagementValue } from '../overview/engagement-line.query.ts';
import { pageThrough } from '../reading/paging.ts';
import { type Asked, Readings } from '../reading/readings.ts';
import { valueOf } from '../reading/values.ts';
import { PortfolioView, TrendsView } from './portfolio.views.ts';
import { TrendsQuery } from './trends.query.ts';

const AT_ONCE = 3;

@Allows('member')
@Controller('portfolio')
export class PortfolioController {
  constructor(
    private readonly readings: Readings,
    private readonly lines: EngagementLineQuery,
    private readonly trends: TrendsQuery,
  ) {}

  /** All engagements that the caller may see, each with its health and the reasons for it. */
  @Get()
  @Answers(PortfolioView)
  async list(@Caller() principal: Principal, @Wanted() wanted: Wanted, @Page() page: Page): Promise<PortfolioView> {
    return this.#perEngagement(principal, wanted, page, (asked, engagement) => this.lines.line(asked, engagement));
  }

  /** Of the same engagements: how the indices of their plans went over the last data dates. */
  @Get('trends')
  @Answers(TrendsView)
  async trend(@Caller() principal: Principal, @Wanted() wanted: Wanted, @Page() page: Page): Promise<TrendsView> {
    const { items, ...rest } = await this.#perEngagement(principal, wanted, page, (asked, { engagementId }) =>
      this.trends.ofEngagement(asked, engagementId),
    );
    return { ...rest, items: items.flat() };
  }

  async #perEngagement<Item>(
    principal: Principal,
    wanted: Wanted,
    page: Page,
    itemOf: (asked: Asked, engagement: EngagementValue) => Promise<Item>,
  ) {
    const asked = await this.readings.open(principal, wanted);
    const levels = await asked.reading.levels({ measures: ['engagement'] });
    const engagements = levels.map((level) => valueOf<EngagementValue>(level));
    const { items: some, next } = pageThrough(
      engagements.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      page,
    );
    const items: Item[] = [];
    // A few at a time: a page must not take all connections of the service.
    for (let from = 0; from < some.length; from += AT_ONCE) {
      const few = some.slice(from, from + AT_ONCE);
      items.push(...(await Promise.all(few.map((engagement) => itemOf(asked, engagement)))));
    }
    return { point: asked.view, items, ...(next !== undefined && { next }) };
  }
}
