import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Id, Issued } from '@bw/kernel';
import {
  Access,
  Allows,
  Answers,
  AnswersCommand,
  AnswersList,
  AnswersPage,
  Caller,
  Database,
  IdParam,
  IfMatch,
  IssuedNow,
  Page,
  type PageOf,
  type Principal,
  reply,
  versioned,
} from '@bw/service-shell';
import { CalendarDesk } from '../calendars/calendar.desk.ts';
import { pageFrom } from '../page.ts';
import { AllowsPlanning } from '../roles.ts';
import { streams } from '../streams.ts';
import {
  ActivityView,
  LinkView,
  OfEngagementQuery,
  PlanBody,
  PlanLine,
  PlanView,
  ScheduleOptionsBody,
} from './plan.bodies.ts';
import { PlanDesk } from './plan.desk.ts';
import { inOrderOfWork } from './plan.order.ts';
import { activityView, totalsOf } from './plan.views.ts';

interface PlanRow {
  readonly plan: Id;
  readonly engagement: Id;
  readonly title: string;
  readonly data_date: Date | null;
}

@Controller('plans')
export class PlanController {
  constructor(
    private readonly commands: Commands,
    private readonly desk: PlanDesk,
    private readonly calendars: CalendarDesk,
    private readonly access: Access,
    private readonly database: Database,
  ) {}

  @Put(':planId')
  @AllowsPlanning()
  @AnswersCommand()
  async create(
    @IdParam('planId') planId: string,
    @Body() body: PlanBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const place = await this.access.require(principal, 'manage', { engagement: body.engagementId });
    await this.calendars.open(principal, body.calendarId);
    const command = { type: 'CreatePlan' as const, data: { planId, ...body } };
    return reply(await this.commands.run(streams.plan, { id: planId, ...place }, command, issued));
  }

  /** How its schedule is calculated. */
  @Post(':planId/schedule-options')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  async setOptions(
    @IdParam('planId') planId: string,
    @Body() data: ScheduleOptionsBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ) {
    const { target } = await this.desk.open(principal, 'manage', planId);
    const command = { type: 'SetScheduleOptions' as const, data };
    return reply(await this.commands.run(streams.plan, target, command, issued, { expectedVersion }));
  }

  @Get()
  @Allows('member')
  @AnswersList(PlanLine)
  async list(@Query() { engagement }: OfEngagementQuery, @Caller() principal: Principal): Promise<readonly PlanLine[]> {
    await this.access.require(principal, 'read', { engagement });
    const { rows } = await this.database.withTenant(principal.tenant, (tx) =>
      tx.query<PlanRow>(
        'select plan, engagement, title, data_date from scheduling.plan where engagement = $1 order by title, plan',
        [engagement],
      ),
    );
    return rows.map(({ plan, engagement: of, title, data_date }) => ({
      planId: plan,
      engagementId: of,
      title,
      ...(data_date && { dataDate: data_date.toISOString() }),
    }));
  }

  /** The plan as it is now; its ETag is what an edit builds on. */
  @Get(':planId')
  @Allows('member')
  @Answers(PlanView, { etag: true })
  async show(@IdParam('planId') planId: string, @Caller() principal: Principal) {
    const { plan, version } = await this.desk.open(principal, 'read', planId);
    const { state: known } = await this.commands.load(streams.dataDate, principal.tenant, planId);
    const { engagementId, title, zone, currency, calendarId, projectStart, options, imports } = plan;
    return versioned<PlanView>(
      {
        planId,
        engagementId,
        title,
        zone,
        currency,
        calendarId,
        projectStart,
        ...(known.status === 'set' && { dataDate: known.dataDate }),
        options,
        totals: totalsOf(plan),
        resources: plan.resources.values().toSorted((a, b) => (a.code < b.code ? -1 : 1)),
        imports,
      },
      version,
    );
  }

  /** In the order of the work breakdown. */
  @Get(':planId/activities')
  @Allows('member')
  @AnswersPage(ActivityView)
  async activities(
    @IdParam('planId') planId: string,
    @Caller() principal: Principal,
    @Page() page: Page,
  ): Promise<PageOf<ActivityView>> {
    const { plan } = await this.desk.open(principal, 'read', planId);
    return pageFrom(inOrderOfWork(plan.activities.values()), page, activityView);
  }

  @Get(':planId/links')
  @Allows('member')
  @AnswersPage(LinkView)
  async links(
    @IdParam('planId') planId: string,
    @Caller() principal: Principal,
    @Page() page: Page,
  ): Promise<PageOf<LinkView>> {
    const { plan } = await this.desk.open(principal, 'read', planId);
    const links = plan.links.values().toSorted((a, b) => (a.linkId < b.linkId ? -1 : 1));
    return pageFrom(links, page, (link) => link);
  }
}
