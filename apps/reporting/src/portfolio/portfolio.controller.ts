import { Controller, Get } from '@nestjs/common';
import { Allows, Answers, Caller, Page, type Principal, Wanted } from '@bw/service-shell';
import { EngagementLineQuery, type EngagementValue } from '../overview/engagement-line.query.ts';
import type { EngagementLine } from '../overview/overview.views.ts';
import { pageThrough } from '../reading/paging.ts';
import { Readings } from '../reading/readings.ts';
import { valueOf } from '../reading/values.ts';
import { PortfolioView } from './portfolio.views.ts';

const AT_ONCE = 3;

@Allows('member')
@Controller('portfolio')
export class PortfolioController {
  constructor(
    private readonly readings: Readings,
    private readonly lines: EngagementLineQuery,
  ) {}

  /** All engagements that the caller may see, each with its health and the reasons for it. */
  @Get()
  @Answers(PortfolioView)
  async list(@Caller() principal: Principal, @Wanted() wanted: Wanted, @Page() page: Page): Promise<PortfolioView> {
    const asked = await this.readings.open(principal, wanted);
    const levels = await asked.reading.levels({ measures: ['engagement'] });
    const engagements = levels.map((level) => valueOf<EngagementValue>(level));
    const { items, next } = pageThrough(
      engagements.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      page,
    );
    const lines: EngagementLine[] = [];
    // A few at a time: a page must not take all connections of the service.
    for (let from = 0; from < items.length; from += AT_ONCE) {
      const some = items.slice(from, from + AT_ONCE);
      lines.push(...(await Promise.all(some.map((engagement) => this.lines.line(asked, engagement)))));
    }
    return { point: asked.view, items: lines, ...(next !== undefined && { next }) };
  }
}
