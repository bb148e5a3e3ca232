import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Hash, Id, Instant, OneOf } from '@bw/contracts-base';
import { BaselineCaptured, BaselineLine, BaselineLink } from '@bw/contracts-scheduling';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Allows,
  Answers,
  AnswersCommand,
  AnswersList,
  AnswersPage,
  Caller,
  Database,
  IdParam,
  IssuedNow,
  Page,
  type PageOf,
  type Principal,
  reply,
  versioned,
} from '@bw/service-shell';
import { pageFrom } from '../page.ts';
import { OfPlanQuery } from '../plans/plan.bodies.ts';
import { PlanDesk, unknown } from '../plans/plan.desk.ts';
import { AllowsPlanning } from '../roles.ts';
import { streams } from '../streams.ts';
import { BaselineCapture } from './baseline.capture.ts';
import type { BaselineStatus } from './baseline.decider.ts';

const statuses = [
  'captured',
  'submitted',
  'approved',
  'rejected',
  'superseded',
] as const satisfies readonly BaselineStatus[];

class BaselineBody {
  @Id() readonly planId!: string;
  /** From when it counts once approved; without it the plan's data date, or the project's start while there is none. */
  @Instant({ optional: true }) readonly dataDate?: string;
}

class BaselineView extends BaselineCaptured {
  @OneOf(...statuses) readonly status!: BaselineStatus;
}

class BaselineRow {
  @Id() readonly baselineId!: string;
  @OneOf(...statuses) readonly status!: BaselineStatus;
  @Instant() readonly dataDate!: string;
  @Hash() readonly hash!: string;
}

interface Row {
  readonly baseline: string;
  readonly status: BaselineStatus;
  readonly data_date: Date;
  readonly hash: string;
}

@Controller('baselines')
export class BaselineController {
  constructor(
    private readonly commands: Commands,
    private readonly plans: PlanDesk,
    private readonly capture: BaselineCapture,
    private readonly database: Database,
  ) {}

  /** Captures the plan as it is now: dates, work, cost, logic, calendars. The copy never changes. */
  @Put(':baselineId')
  @AllowsPlanning()
  @AnswersCommand()
  async put(
    @IdParam('baselineId') baselineId: string,
    @Body() { planId, dataDate }: BaselineBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const open = await this.plans.open(principal, 'manage', planId);
    const content = await this.capture.contentOf(principal.tenant, open, dataDate);
    const command = { type: 'CaptureBaseline' as const, data: { baselineId, ...content } };
    return reply(await this.commands.run(streams.baseline, { id: baselineId, ...open.place }, command, issued));
  }

  /** Puts the baseline before the sponsor. */
  @Post(':baselineId/submit')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  async submit(@IdParam('baselineId') baselineId: string, @Caller() principal: Principal, @IssuedNow() issued: Issued) {
    const { state } = await this.#open(baselineId, principal);
    const { place } = await this.plans.open(principal, 'manage', state.planId);
    const command = { type: 'SubmitBaseline' as const, data: { submittedBy: issued.actor } };
    return reply(await this.commands.run(streams.baseline, { id: baselineId, ...place }, command, issued));
  }

  @Get()
  @Allows('member')
  @AnswersList(BaselineRow)
  async list(@Query() { plan }: OfPlanQuery, @Caller() principal: Principal): Promise<readonly BaselineRow[]> {
    await this.plans.open(principal, 'read', plan);
    const { rows } = await this.database.withTenant(principal.tenant, (tx) =>
      tx.query<Row>(
        'select baseline, status, data_date, hash from scheduling.baseline where plan = $1 order by position',
        [plan],
      ),
    );
    return rows.map(({ baseline, status, data_date, hash }) => ({
      baselineId: baseline,
      status,
      dataDate: data_date.toISOString(),
      hash,
    }));
  }

  @Get(':baselineId')
  @Allows('member')
  @Answers(BaselineView, { etag: true })
  async show(@IdParam('baselineId') baselineId: string, @Caller() principal: Principal) {
    const { state, version } = await this.#open(baselineId, principal);
    const { lines: _, links: _links, approvalId: _approval, ...view } = state;
    return versioned<BaselineView>(view, version);
  }

  @Get(':baselineId/lines')
  @Allows('member')
  @AnswersPage(BaselineLine)
  async lines(
    @IdParam('baselineId') baselineId: string,
    @Caller() principal: Principal,
    @Page() page: Page,
  ): Promise<PageOf<BaselineLine>> {
    const { state } = await this.#open(baselineId, principal);
    return pageFrom(state.lines, page, (line) => line);
  }

  @Get(':baselineId/links')
  @Allows('member')
  @AnswersPage(BaselineLink)
  async links(
    @IdParam('baselineId') baselineId: string,
    @Caller() principal: Principal,
    @Page() page: Page,
  ): Promise<PageOf<BaselineLink>> {
    const { state } = await this.#open(baselineId, principal);
    return pageFrom(state.links, page, (link) => link);
  }

  async #open(baselineId: string, principal: Principal) {
    const { state, version } = await this.commands.load(streams.baseline, principal.tenant, baselineId);
    if (state.status === 'none') throw unknown('baseline', baselineId);
    await this.plans.open(principal, 'read', state.planId);
    return { state, version };
  }
}
