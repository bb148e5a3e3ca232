import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Count, Id, Instant, Nested, OneOf } from '@bw/contracts-base';
import { ScheduleCalculated, ScheduleLine, ScheduleRequested } from '@bw/contracts-scheduling';
import { Commands, derivedId } from '@bw/event-store';
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

class RunBody {
  @Id() readonly planId!: string;
}

class RunView extends ScheduleRequested {
  @OneOf('requested', 'completed', 'failed') readonly status!: 'requested' | 'completed' | 'failed';
  @Nested(() => ScheduleCalculated, { optional: true }) readonly result?: ScheduleCalculated;
}

class RunLine {
  @Id() readonly runId!: string;
  @Instant() readonly finish!: string;
  @Count() readonly critical!: number;
}

interface RunRow {
  readonly run: string;
  readonly finish: Date;
  readonly critical: readonly string[];
}

@Controller('schedule-runs')
export class ScheduleRunController {
  constructor(
    private readonly commands: Commands,
    private readonly plans: PlanDesk,
    private readonly database: Database,
  ) {}

  /** Asks for a calculation now; its result is in the run that the answer names, and in its events. */
  @Post()
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  async request(@Body() { planId }: RunBody, @Caller() principal: Principal, @IssuedNow() issued: Issued) {
    const { plan, place } = await this.plans.open(principal, 'manage', planId);
    const runId = derivedId(issued.command, 'run');
    const data = { runId, planId, engagementId: plan.engagementId, cause: 'person' as const };
    const target = { id: runId, ...place };
    return reply(await this.commands.run(streams.scheduleRun, target, { type: 'RequestSchedule', data }, issued));
  }

  /** The last completed run of a plan. */
  @Get()
  @Allows('member')
  @AnswersList(RunLine)
  async list(@Query() { plan }: OfPlanQuery, @Caller() principal: Principal): Promise<readonly RunLine[]> {
    await this.plans.open(principal, 'read', plan);
    const { rows } = await this.database.withTenant(principal.tenant, (tx) =>
      tx.query<RunRow>('select run, finish, critical from scheduling.schedule where plan = $1', [plan]),
    );
    return rows.map(({ run, finish, critical }) => ({
      runId: run,
      finish: finish.toISOString(),
      critical: critical.length,
    }));
  }

  @Get(':runId')
  @Allows('member')
  @Answers(RunView, { etag: true })
  async show(@IdParam('runId') runId: string, @Caller() principal: Principal) {
    const { state, version } = await this.#open(runId, principal);
    const { planId, engagementId, cause, status } = state;
    const view = { runId, planId, engagementId, cause, status };
    return versioned<RunView>(state.status === 'completed' ? { ...view, result: state.result } : view, version);
  }

  /** The dates of the run's activities. */
  @Get(':runId/dates')
  @Allows('member')
  @AnswersPage(ScheduleLine)
  async dates(
    @IdParam('runId') runId: string,
    @Caller() principal: Principal,
    @Page() page: Page,
  ): Promise<PageOf<ScheduleLine>> {
    const { state } = await this.#open(runId, principal);
    return pageFrom(state.status === 'completed' ? state.lines : [], page, (line) => line);
  }

  async #open(runId: string, principal: Principal) {
    const { state, version } = await this.commands.load(streams.scheduleRun, principal.tenant, runId);
    if (state.status === 'none') throw unknown('schedule run', runId);
    await this.plans.open(principal, 'read', state.planId);
    return { state, version };
  }
}
