import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandRefused, Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Access,
  Allows,
  Answers,
  AnswersCommand,
  AnswersPage,
  Caller,
  type CommandReply,
  Directory,
  IdParam,
  IssuedNow,
  Page,
  type PageOf,
  type Principal,
  reply,
  type Versioned,
  versioned,
} from '@bw/service-shell';
import { membershipsAt, rolesAt } from '../access/members.ts';
import { READERS } from '../access/readers.ts';
import { type DecisionRight, decisionRight } from '../governance/decision-right.ts';
import { Listing } from '../listing/listing.ts';
import { approvals, governances } from '../streams/kinds.ts';
import { notThere } from '../streams/not-there.ts';
import type { ApprovalCommand, KnownApproval } from './approval.decider.ts';
import { ApprovalQuery, ApprovalView, DelegateBody, GrantBody, RefuseBody } from './approvals.bodies.ts';

/** The decision inbox: what needs a decision, what follows from it, and by when. */
@Allows(...READERS)
@Controller('approvals')
export class ApprovalsController {
  constructor(
    private readonly commands: Commands,
    private readonly access: Access,
    private readonly directory: Directory,
    private readonly listing: Listing,
  ) {}

  /** The nearest deadline first; what has none comes last. */
  @Get()
  @AnswersPage(ApprovalView)
  async list(
    @Caller() caller: Principal,
    @Query() { status, engagement }: ApprovalQuery,
    @Page() page: Page,
  ): Promise<PageOf<ApprovalView>> {
    const scope = await this.access.scope(caller);
    const which = { kind: 'approval', status, engagement, ...(scope !== 'all' && { engagements: scope }) } as const;
    const { items, next } = await this.listing.page<KnownApproval>(caller.tenant, which, page);
    return { items: items.map(({ content, version }) => ({ ...content, version })), ...(next && { next }) };
  }

  @Get(':approvalId')
  @Answers(ApprovalView, { etag: true })
  async read(@IdParam('approvalId') id: string, @Caller() caller: Principal): Promise<Versioned<ApprovalView>> {
    const { known, version } = await this.#enter(id, caller);
    return versioned({ ...known, version }, version);
  }

  /** One click: the content hash guards it, and it can be decided once only, so no If-Match is needed. */
  @Post(':approvalId/grant')
  @HttpCode(200)
  @AnswersCommand()
  async grant(
    @IdParam('approvalId') id: string,
    @Body() body: GrantBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    const { known } = await this.#enter(id, caller);
    const data = { ...body, right: await this.#rightTo(known, caller, issued) };
    return this.#run({ type: 'GrantApproval', data, issued }, known);
  }

  @Post(':approvalId/refuse')
  @HttpCode(200)
  @AnswersCommand()
  async refuse(
    @IdParam('approvalId') id: string,
    @Body() body: RefuseBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    const { known } = await this.#enter(id, caller);
    const data = { ...body, right: await this.#rightTo(known, caller, issued) };
    return this.#run({ type: 'RefuseApproval', data, issued }, known);
  }

  @Post(':approvalId/delegate')
  @HttpCode(200)
  @AnswersCommand()
  async delegate(
    @IdParam('approvalId') id: string,
    @Body() body: DelegateBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    const { known } = await this.#enter(id, caller);
    const memberships = await this.directory.membershipsOf(caller.tenant, body.to, issued.at.slice(0, 10));
    const at = { client: known.clientId, engagement: known.engagementId };
    const isOfClient = membershipsAt({ memberships }, at).some(({ party }) => party === 'client');
    const data = { ...body, isOfClient, right: await this.#rightTo(known, caller, issued) };
    return this.#run({ type: 'DelegateApproval', data, issued }, known);
  }

  /** Somebody it was delegated to decides with the sponsor's right. */
  async #rightTo(
    { kind, assignee, ...known }: KnownApproval,
    caller: Principal,
    issued: Issued,
  ): Promise<DecisionRight> {
    const { engagementId: engagement, clientId: client } = known;
    const { state } = await this.commands.load(governances, caller.tenant, engagement);
    const roles = assignee === issued.actor ? (['sponsor'] as const) : rolesAt(caller, { engagement, client });
    return decisionRight(state, { kind, roles, day: issued.at.slice(0, 10) });
  }

  async #run(command: ApprovalCommand, { approvalId, engagementId, clientId }: KnownApproval): Promise<CommandReply> {
    const target = { id: approvalId, client: clientId, engagement: engagementId };
    return reply(await this.commands.run(approvals, target, command, command.issued));
  }

  async #enter(id: string, caller: Principal): Promise<{ known: KnownApproval; version: number }> {
    const { state: known, version } = await this.commands.load(approvals, caller.tenant, id);
    if (known.status === 'none') throw new CommandRefused('approval-not-found');
    if (!(await this.access.allows(caller, 'read', { engagement: known.engagementId }))) throw notThere('approval', id);
    return { known, version };
  }
}
