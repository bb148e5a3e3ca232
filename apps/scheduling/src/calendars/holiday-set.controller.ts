import { Body, Controller, Get, Put } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
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
  IssuedNow,
  type Principal,
  reply,
  versioned,
} from '@bw/service-shell';
import { unknown } from '../plans/plan.desk.ts';
import { AllowsPlanning } from '../roles.ts';
import { streams } from '../streams.ts';
import { HolidaySetBody, HolidaySetLine, HolidaySetView } from './calendar.bodies.ts';

const LIST = `
  select holiday_set, name, country, subdivision, year from scheduling.holiday_set
  order by country, subdivision, year, holiday_set`;

interface HolidaySetRow {
  readonly holiday_set: string;
  readonly name: string;
  readonly country: string;
  readonly subdivision: string | null;
  readonly year: number;
}

@Controller('holiday-sets')
export class HolidaySetController {
  constructor(
    private readonly commands: Commands,
    private readonly access: Access,
    private readonly database: Database,
  ) {}

  /** Publishes the holidays of a place and year; a later list becomes the days that were added and removed. */
  @Put(':holidaySetId')
  @AllowsPlanning()
  @AnswersCommand()
  async publish(
    @IdParam('holidaySetId') holidaySetId: string,
    @Body() body: HolidaySetBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch({ optional: true }) expectedVersion: number | undefined,
  ) {
    await this.access.require(principal, 'manage', {});
    const command = {
      type: 'PublishHolidaySet' as const,
      data: { holidaySetId, ...body },
      guarded: expectedVersion !== undefined,
    };
    const options = expectedVersion === undefined ? {} : { expectedVersion };
    return reply(await this.commands.run(streams.holidaySet, { id: holidaySetId }, command, issued, options));
  }

  @Get()
  @Allows('member')
  @AnswersList(HolidaySetLine)
  async list(@Caller() { tenant }: Principal): Promise<readonly HolidaySetLine[]> {
    const { rows } = await this.database.withTenant(tenant, (tx) => tx.query<HolidaySetRow>(LIST));
    return rows.map(({ holiday_set, name, country, subdivision, year }) => ({
      holidaySetId: holiday_set,
      name,
      country,
      ...(subdivision && { subdivision }),
      year,
    }));
  }

  @Get(':holidaySetId')
  @Allows('member')
  @Answers(HolidaySetView, { etag: true })
  async show(@IdParam('holidaySetId') holidaySetId: string, @Caller() { tenant }: Principal) {
    const { state, version } = await this.commands.load(streams.holidaySet, tenant, holidaySetId);
    if (state.status === 'none') throw unknown('holiday set', holidaySetId);
    const { status: _, ...view } = state;
    return versioned<HolidaySetView>(view, version);
  }
}
