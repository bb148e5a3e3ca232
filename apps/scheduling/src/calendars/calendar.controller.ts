import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Id, Issued } from '@bw/kernel';
import {
  Access,
  Allows,
  Answers,
  AnswersCommand,
  AnswersList,
  Caller,
  Database,
  IdParam,
  IfMatch,
  invalid,
  IssuedNow,
  type Principal,
  reply,
  versioned,
} from '@bw/service-shell';
import { instantOf, minuteOf } from '@bw/working-time';
import { AllowsPlanning } from '../roles.ts';
import { streams } from '../streams.ts';
import { CalendarBody, CalendarLine, CalendarView, WorkQuery, WorkView } from './calendar.bodies.ts';
import { CalendarDesk } from './calendar.desk.ts';

const LONGEST_SPAN = 20 * 366 * 1_440;
const MOST_STRETCHES = 1_000;

interface CalendarRow {
  readonly calendar: Id;
  readonly engagement: Id | null;
  readonly name: string;
  readonly version: number;
}

@Controller('calendars')
export class CalendarController {
  constructor(
    private readonly commands: Commands,
    private readonly desk: CalendarDesk,
    private readonly access: Access,
    private readonly database: Database,
  ) {}

  /** Defines a calendar, or changes its draft. What is in force changes when it is published. */
  @Put(':calendarId')
  @AllowsPlanning()
  @AnswersCommand()
  async define(
    @IdParam('calendarId') calendarId: string,
    @Body() { exceptions = [], holidaySets = [], days = [], ...body }: CalendarBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch({ optional: true }) expectedVersion: number | undefined,
  ) {
    const place = await this.access.require(
      principal,
      'manage',
      body.engagementId ? { engagement: body.engagementId } : {},
    );
    const data = { calendarId, ...body, exceptions, holidaySets, days };
    const guarded = expectedVersion !== undefined;
    const command = { type: 'DefineCalendar' as const, data, guarded };
    const options = guarded ? { expectedVersion } : {};
    return reply(await this.commands.run(streams.calendar, { id: calendarId, ...place }, command, issued, options));
  }

  /** Brings the draft into force, with its holiday sets as they are now. */
  @Post(':calendarId/publish')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  async publish(
    @IdParam('calendarId') calendarId: string,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch({ optional: true }) expectedVersion: number | undefined,
  ) {
    const { calendar } = await this.desk.open(principal, calendarId);
    await this.access.require(principal, 'manage', calendar.engagementId ? { engagement: calendar.engagementId } : {});
    return reply(await this.desk.publish(calendarId, issued, expectedVersion));
  }

  @Get()
  @Allows('member')
  @AnswersList(CalendarLine)
  async list(@Caller() principal: Principal): Promise<readonly CalendarLine[]> {
    const scope = await this.access.scope(principal);
    const { rows } = await this.database.withTenant(principal.tenant, (tx) =>
      tx.query<CalendarRow>(
        'select calendar, engagement, name, version from scheduling.calendar order by name, calendar',
      ),
    );
    return rows
      .filter(({ engagement }) => engagement === null || scope === 'all' || scope.includes(engagement))
      .map(({ calendar, engagement, name, version }) => ({
        calendarId: calendar,
        ...(engagement && { engagementId: engagement }),
        name,
        published: version > 0,
      }));
  }

  @Get(':calendarId')
  @Allows('member')
  @Answers(CalendarView, { etag: true })
  async show(@IdParam('calendarId') calendarId: string, @Caller() principal: Principal) {
    const { calendar, version } = await this.desk.open(principal, calendarId);
    const { status, engagementId, name, zone, shifts, exceptions, holidaySets, days } = calendar;
    const content = { calendarId, engagementId, name, zone, shifts, exceptions, holidaySets, days };
    if (calendar.status === 'draft') return versioned<CalendarView>({ ...content, status }, version);
    const { calendarVersion, hash } = calendar.published;
    return versioned<CalendarView>({ ...content, status, calendarVersion, hash }, version);
  }

  /** Working time between two instants, by the calendar in force. */
  @Get(':calendarId/work')
  @Allows('member')
  @Answers(WorkView)
  async work(
    @IdParam('calendarId') calendarId: string,
    @Query() { from, to }: WorkQuery,
    @Caller() principal: Principal,
  ): Promise<WorkView> {
    await this.desk.open(principal, calendarId);
    const { published, working } = await this.desk.require(principal.tenant, calendarId);
    const [begin, end] = [minuteOf(from), minuteOf(to)];
    if (end < begin) throw invalid('/to', 'lies before from');
    if (end - begin > LONGEST_SPAN) throw invalid('/to', 'lies more than 20 years after from');
    const stretches = working.intervals(begin, end).slice(0, MOST_STRETCHES);
    return {
      calendarId,
      calendarVersion: published.calendarVersion,
      minutes: working.workBetween(begin, end),
      stretches: stretches.map((each) => ({ from: instantOf(each.from), to: instantOf(each.to) })),
      zoneDataVersion: working.tzVersion,
    };
  }
}
