import { Controller, Get } from '@nestjs/common';
import { Allows, Answers, Caller, IdParam, type Principal, Problem, Wanted } from '@bw/service-shell';
import { Readings } from '../reading/readings.ts';
import { valueOf } from '../reading/values.ts';
import { EngagementLineQuery, type EngagementValue } from './engagement-line.query.ts';
import { OverviewView } from './overview.views.ts';

@Allows('member')
@Controller('overviews')
export class OverviewController {
  constructor(
    private readonly readings: Readings,
    private readonly lines: EngagementLineQuery,
  ) {}

  /** One engagement: its state, its health with the reasons, its plans, and what is open. */
  @Get(':engagementId')
  @Answers(OverviewView)
  async overview(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @IdParam('engagementId') engagement: string,
  ): Promise<OverviewView> {
    await this.readings.require(principal, { engagement });
    const asked = await this.readings.open(principal, wanted);
    const [level] = await asked.reading.levels({ subject: engagement, measures: ['engagement'] });
    if (!level)
      throw new Problem({ code: 'NOT_FOUND', detail: `There is no engagement ${engagement} that you know of.` });
    return { point: asked.view, engagement: await this.lines.line(asked, valueOf<EngagementValue>(level)) };
  }
}
