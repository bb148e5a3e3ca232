import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Commands, derivedId } from '@bw/event-store';
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
  reply,
  type Versioned,
  versioned,
} from '@bw/service-shell';
import { Listing } from '../listing/listing.ts';
import { dryRun } from '../streams/dry-run.ts';
import { notThere } from '../streams/not-there.ts';
import { clientCodes, clients } from '../streams/kinds.ts';
import type { KnownClient } from './client.decider.ts';
import { ClientProfileBody, ClientView, CloseClientBody, RegisterClientBody } from './clients.bodies.ts';

@Controller('clients')
export class ClientsController {
  constructor(
    private readonly commands: Commands,
    private readonly access: Access,
    private readonly directory: Directory,
    private readonly listing: Listing,
  ) {}

  /** The clients that the caller may know of, by code. */
  @Get()
  @Allows('member')
  @AnswersPage(ClientView)
  async list(@Caller() caller: Principal, @Page() page: Page): Promise<PageOf<ClientView>> {
    const all = await this.access.allows(caller, 'read', {});
    const own = caller.memberships.flatMap(({ client, engagement }) => (client && !engagement ? [client] : []));
    const which = { kind: 'client', ...(!all && { clients: own }) } as const;
    const { items, next } = await this.listing.page<KnownClient>(caller.tenant, which, page);
    return { items: items.map(({ content, version }) => ({ ...content, version })), ...(next && { next }) };
  }

  @Get(':clientId')
  @Allows('member')
  @Answers(ClientView, { etag: true })
  async read(@IdParam('clientId') client: string, @Caller() caller: Principal): Promise<Versioned<ClientView>> {
    await this.access.require(caller, 'read', { client });
    const { state, version } = await this.commands.load(clients, caller.tenant, client);
    if (state.status === 'none') throw notThere('client', client);
    return versioned({ ...state, version }, version);
  }

  /** Registers a client under the caller's id. Its code is reserved first, so that two can never have the same. */
  @Put(':clientId')
  @Allows('director', 'tenant-admin')
  @AnswersCommand()
  async register(
    @IdParam('clientId') clientId: string,
    @Body() body: RegisterClientBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    await this.access.require(caller, 'administer', {});
    const command = { type: 'RegisterClient', data: { ...body, clientId }, issued } as const;
    await dryRun(this.commands, clients, { id: clientId, command });
    const data = { clientId, code: body.code };
    const codeId = derivedId(issued.tenant, 'client-code', body.code.toUpperCase());
    await this.commands.run(clientCodes, { id: codeId }, { type: 'ReserveClientCode', data, issued }, issued);
    const result = await this.commands.run(clients, { id: clientId, client: clientId }, command, issued);
    await this.directory.take(result.events);
    return reply(result);
  }

  @Post(':clientId/profile')
  @HttpCode(200)
  @Allows('director', 'tenant-admin')
  @AnswersCommand()
  async changeProfile(
    @IdParam('clientId') clientId: string,
    @Body() body: ClientProfileBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ): Promise<CommandReply> {
    await this.access.require(caller, 'administer', { client: clientId });
    const command = { type: 'ChangeClientProfile', data: { ...body, clientId }, issued } as const;
    const target = { id: clientId, client: clientId };
    return reply(await this.commands.run(clients, target, command, issued, { expectedVersion }));
  }

  @Post(':clientId/close')
  @HttpCode(200)
  @Allows('director', 'tenant-admin')
  @AnswersCommand()
  async close(
    @IdParam('clientId') clientId: string,
    @Body() body: CloseClientBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ): Promise<CommandReply> {
    await this.access.require(caller, 'administer', { client: clientId });
    const command = { type: 'CloseClient', data: { ...body, clientId }, issued } as const;
    const target = { id: clientId, client: clientId };
    return reply(await this.commands.run(clients, target, command, issued, { expectedVersion }));
  }
}
