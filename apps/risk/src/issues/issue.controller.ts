import { Commands } from '@bw/event-store';
import type { Id, Issued } from '@bw/kernel';
import {
  Access,
  type Action,
  Allows,
  Answers,
  AnswersCommand,
  AnswersPage,
  Caller,
  Database,
  IdParam,
  IfMatch,
  IssuedNow,
  Page,
  type Principal,
  reply,
  versioned,
} from '@bw/service-shell';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Doors, type Thing, unknownThing } from '../access/doors.ts';
import { Lines } from '../lines/lines.ts';
import { OfEngagement, pageOfLines } from '../lines/page.ts';
import { issues } from '../streams.ts';
import {
  AssignIssueBody,
  CancelIssueBody,
  IssueView,
  RaiseIssueBody,
  ReopenIssueBody,
  ResolveIssueBody,
  WaitBody,
} from './issue.bodies.ts';
import type { IssueCommand } from './issue.commands.ts';
import { issueView } from './issue.view.ts';

/** Who checks or takes back a solution: who manages the work, or who decides about it. */
const JUDGES: readonly Action[] = ['manage', 'approve'];

/** Problems that are here, from being raised to being verified. */
@Controller('issues')
export class IssueController {
  constructor(
    private readonly commands: Commands,
    private readonly doors: Doors,
    private readonly access: Access,
    private readonly lines: Lines,
    private readonly database: Database,
  ) {}

  @Get()
  @Allows('member')
  @AnswersPage(IssueView)
  async list(@Query() { engagement }: OfEngagement, @Page() page: Page, @Caller() caller: Principal) {
    await this.access.require(caller, 'read', { engagement });
    return this.database.withTenant(caller.tenant, (tx) =>
      pageOfLines(this.lines, tx, { kind: 'issue', engagement, page, view: issueView }),
    );
  }

  @Get(':issueId')
  @Allows('member')
  @Answers(IssueView, { etag: true })
  async read(@IdParam('issueId') issueId: string, @Caller() caller: Principal) {
    const { state, version } = await this.commands.load(issues, caller.tenant, issueId);
    if (state.status === 'none') throw unknownThing('issue', issueId);
    await this.doors.open(caller, 'read', { what: 'issue', id: issueId, engagement: state.engagementId });
    return versioned(issueView(state, version), version);
  }

  @Put(':issueId')
  @Allows('member')
  @AnswersCommand('The issue is raised; its clocks run from here.')
  async raise(
    @IdParam('issueId') issueId: string,
    @Body() body: RaiseIssueBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const place = await this.access.require(caller, 'record', { engagement: body.engagementId });
    await this.doors.unlessForeign(caller, await this.#find(caller, issueId));
    const data = { ...body, issueId, origin: { kind: 'person' } } as const;
    const result = await this.commands.run(
      issues,
      { id: issueId, ...place },
      { type: 'RaiseIssue', data, issued },
      issued,
    );
    return reply(await this.doors.seen('issue', issueId, result));
  }

  /** May be told late: `Bw-Effective` up to an hour back, with `Bw-Reason`. */
  @Post(':issueId/acknowledge')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand()
  acknowledge(
    @IdParam('issueId') issueId: string,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ issueId, version, caller, action: 'record' }, { type: 'AcknowledgeIssue', data: {}, issued });
  }

  @Post(':issueId/assignments')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand()
  assign(
    @IdParam('issueId') issueId: string,
    @Body() data: AssignIssueBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ issueId, version, caller, action: 'record' }, { type: 'AssignIssue', data, issued });
  }

  @Post(':issueId/waits')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand()
  wait(
    @IdParam('issueId') issueId: string,
    @Body() data: WaitBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ issueId, version, caller, action: 'record' }, { type: 'WaitOn', data, issued });
  }

  @Post(':issueId/resume')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand()
  resume(
    @IdParam('issueId') issueId: string,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ issueId, version, caller, action: 'record' }, { type: 'ResumeIssue', data: {}, issued });
  }

  /** May be told late, as an acknowledgement. */
  @Post(':issueId/resolve')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand()
  resolve(
    @IdParam('issueId') issueId: string,
    @Body() data: ResolveIssueBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ issueId, version, caller, action: 'record' }, { type: 'ResolveIssue', data, issued });
  }

  @Post(':issueId/verify')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand()
  verify(
    @IdParam('issueId') issueId: string,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ issueId, version, caller, action: JUDGES }, { type: 'VerifyIssue', data: {}, issued });
  }

  @Post(':issueId/reopen')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand()
  reopen(
    @IdParam('issueId') issueId: string,
    @Body() data: ReopenIssueBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ issueId, version, caller, action: JUDGES }, { type: 'ReopenIssue', data, issued });
  }

  @Post(':issueId/cancel')
  @HttpCode(200)
  @Allows('director', 'project-manager')
  @AnswersCommand()
  cancel(
    @IdParam('issueId') issueId: string,
    @Body() data: CancelIssueBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ issueId, version, caller, action: 'manage' }, { type: 'CancelIssue', data, issued });
  }

  async #change({ issueId, version, caller, action }: Change, command: IssueCommand) {
    const place = await this.doors.open(caller, action, await this.#find(caller, issueId));
    const target = { id: issueId, ...place };
    const result = await this.commands.run(issues, target, command, command.issued, { expectedVersion: version });
    return reply(await this.doors.seen('issue', issueId, result));
  }

  async #find(caller: Principal, issueId: Id): Promise<Thing> {
    const { state } = await this.commands.load(issues, caller.tenant, issueId);
    return { what: 'issue', id: issueId, engagement: state.status === 'none' ? undefined : state.engagementId };
  }
}

interface Change {
  readonly issueId: Id;
  readonly version: number;
  readonly caller: Principal;
  readonly action: Action | readonly Action[];
}
