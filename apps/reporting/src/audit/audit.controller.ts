import { Controller, Get, Query } from '@nestjs/common';
import { Allows, Answers, Caller, IdParam, invalid, Page, type Principal, Wanted } from '@bw/service-shell';
import { typesIn } from '../feed-api/feed-page.ts';
import { Readings } from '../reading/readings.ts';
import { AuditQuery } from './audit.query.ts';
import { AuditParameters, AuditView, TrailEntry } from './audit.views.ts';

const MOST_STREAMS = 20;

@Allows('member')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly readings: Readings,
    private readonly audit: AuditQuery,
  ) {}

  /** Everything that was recorded about an engagement, or the part of it that is asked for; the latest first. */
  @Get()
  @Answers(AuditView)
  async trail(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Page() page: Page,
    @Query() { engagement, types, stream, actor, about, from, to, with: extra }: AuditParameters,
  ): Promise<AuditView> {
    const names = typesIn(types);
    if (!names) throw invalid('/types', 'must be event types such as risk.RiskIdentified or risk.*, joined by commas');
    const streams = (stream ?? '').split(',').filter(Boolean);
    if (streams.length > MOST_STREAMS) throw invalid('/stream', `must name at most ${MOST_STREAMS} streams`);
    const withChanges = extra === 'changes';
    if (withChanges && streams.length === 0) throw invalid('/with', 'gives changes only where streams are named');
    const place = await this.readings.require(principal, { engagement });
    const asked = await this.readings.open(principal, wanted);
    const withProviderCost = this.readings.seesProviderCost(asked, place);
    const which = { engagement, withProviderCost, types: names, streams, actor, about, from, to, withChanges };
    return { point: asked.view, ...(await this.audit.trail(asked, which, page)) };
  }

  /** One event, with what it set anew. */
  @Get(':event')
  @Answers(TrailEntry)
  async entry(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @IdParam('event') event: string,
  ): Promise<TrailEntry> {
    const engagement = await this.audit.engagementOf(principal.tenant, event);
    const place = await this.readings.require(principal, { engagement });
    const asked = await this.readings.open(principal, wanted);
    return this.audit.entry(asked, event, this.readings.seesProviderCost(asked, place));
  }
}
