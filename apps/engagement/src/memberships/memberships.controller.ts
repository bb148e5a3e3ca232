import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
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
  IfMatch,
  IssuedNow,
  Page,
  type PageOf,
  type Principal,
  Problem,
  reply,
  type Role,
  type Versioned,
  versioned,
} from '@bw/service-shell';
import { Listing } from '../listing/listing.ts';
import { memberships } from '../streams/kinds.ts';
import { notThere } from '../streams/not-there.ts';
import type { KnownMembership, MembershipCommand } from './membership.decider.ts';
import {
  ChangeMembershipBody,
  EndMembershipBody,
  GrantMembershipBody,
  MembershipQuery,
  MembershipView,
} from './memberships.bodies.ts';

interface Scoped {
  readonly clientId?: string;
  readonly engagementId?: string;
}

/** Who may do what where. The first memberships of a tenant are granted by its administrators. */
@Allows('director', 'tenant-admin')
@Controller('memberships')
export class MembershipsController {
  constructor(
    private readonly commands: Commands,
    private readonly access: Access,
    private readonly directory: Directory,
    private readonly listing: Listing,
  ) {}

  @Get()
  @AnswersPage(MembershipView)
  async list(
    @Caller() caller: Principal,
    @Query() { client, engagement }: MembershipQuery,
    @Page() page: Page,
  ): Promise<PageOf<MembershipView>> {
    await this.access.require(caller, 'administer', { ...(client && { client }), ...(engagement && { engagement }) });
    const which = { kind: 'membership', client, engagement } as const;
    const { items, next } = await this.listing.page<KnownMembership>(caller.tenant, which, page);
    return { items: items.map(({ content, version }) => ({ ...content, version })), ...(next && { next }) };
  }

  @Get(':membershipId')
  @Answers(MembershipView, { etag: true })
  async read(@IdParam('membershipId') id: string, @Caller() caller: Principal): Promise<Versioned<MembershipView>> {
    const { state, version } = await this.#administered(caller, id);
    return versioned({ ...state, version }, version);
  }

  @Put(':membershipId')
  @AnswersCommand()
  async grant(
    @IdParam('membershipId') membershipId: string,
    @Body() body: GrantMembershipBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    await this.#requireAt(caller, body);
    requireAdministrator(caller, body.roles);
    const { state } = await this.commands.load(memberships, caller.tenant, membershipId);
    if (state.status !== 'none') await this.#requireAt(caller, state);
    return this.#run({ type: 'GrantMembership', data: { ...body, membershipId }, issued }, body.clientId);
  }

  @Post(':membershipId/changes')
  @HttpCode(200)
  @AnswersCommand()
  async change(
    @IdParam('membershipId') membershipId: string,
    @Body() body: ChangeMembershipBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    const { state } = await this.#administered(caller, membershipId);
    requireAdministrator(caller, [...body.roles, ...state.roles]);
    return this.#run({ type: 'ChangeMembership', data: { ...body, membershipId }, issued }, state.clientId, version);
  }

  @Post(':membershipId/end')
  @HttpCode(200)
  @AnswersCommand()
  async end(
    @IdParam('membershipId') membershipId: string,
    @Body() body: EndMembershipBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    const { state } = await this.#administered(caller, membershipId);
    requireAdministrator(caller, state.roles);
    return this.#run({ type: 'EndMembership', data: { ...body, membershipId }, issued }, state.clientId, version);
  }

  async #administered(caller: Principal, id: string): Promise<{ state: KnownMembership; version: number }> {
    const { state, version } = await this.commands.load(memberships, caller.tenant, id);
    if (state.status === 'none') throw new CommandRefused('membership-not-found');
    if (!(await this.access.allows(caller, 'read', placeOf(state)))) throw notThere('membership', id);
    await this.#requireAt(caller, state);
    return { state, version };
  }

  async #requireAt(caller: Principal, scoped: Scoped): Promise<void> {
    await this.access.require(caller, 'administer', placeOf(scoped));
  }

  /** The directory hears of it at once: whoever was just let in may come in with the next request. */
  async #run(command: MembershipCommand, client?: string, expectedVersion?: number): Promise<CommandReply> {
    const target = { id: command.data.membershipId, ...(client && { client }) };
    const { issued } = command;
    const result = await this.commands.run(memberships, target, command, issued, { expectedVersion });
    await this.directory.take(result.events);
    return reply(result);
  }
}

/** Administrators of the tenant are made and unmade by their like only: nobody raises themselves to it. */
function requireAdministrator({ isTenantAdmin }: Principal, roles: readonly Role[]): void {
  if (isTenantAdmin || !roles.includes('tenant-admin')) return;
  throw new Problem({ code: 'FORBIDDEN', detail: 'Only an administrator of the tenant decides who else is one.' });
}

function placeOf({ clientId: client, engagementId: engagement }: Scoped) {
  return { ...(client && { client }), ...(engagement && { engagement }) };
}
