import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Commands } from '@bw/event-store';
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
import { READERS } from '../access/readers.ts';
import { warningsOf } from '../intake/intake-warnings.ts';
import { Listing } from '../listing/listing.ts';
import { clients, engagements } from '../streams/kinds.ts';
import { countedItems, type KnownEngagement } from './engagement.ts';
import {
  EngagementLineView,
  EngagementQuery,
  EngagementView,
  EvidenceBody,
  OpenEnquiryBody,
} from './engagements.bodies.ts';
import { OpenEngagements } from './open-engagements.ts';

/** Engagements as things: opening, reading, and ticking what taking over and handing back take. */
@Controller('engagements')
export class EngagementsController {
  constructor(
    private readonly commands: Commands,
    private readonly access: Access,
    private readonly directory: Directory,
    private readonly listing: Listing,
    private readonly open: OpenEngagements,
  ) {}

  /** The engagements that the caller may know of, by code. */
  @Get()
  @Allows('member')
  @AnswersPage(EngagementLineView)
  async list(
    @Caller() caller: Principal,
    @Query() { status, client }: EngagementQuery,
    @Page() page: Page,
  ): Promise<PageOf<EngagementLineView>> {
    const scope = await this.access.scope(caller);
    const which = { kind: 'engagement', status, client, ...(scope !== 'all' && { engagements: scope }) } as const;
    const { items, next } = await this.listing.page<Omit<EngagementLineView, 'version'>>(caller.tenant, which, page);
    return { items: items.map(({ content, version }) => ({ ...content, version })), ...(next && { next }) };
  }

  @Get(':engagementId')
  @Allows(...READERS)
  @Answers(EngagementView, { etag: true })
  async read(
    @IdParam('engagementId') engagement: string,
    @Caller() caller: Principal,
  ): Promise<Versioned<EngagementView>> {
    const { state, version } = await this.open.enter(caller, 'read', engagement);
    return versioned(viewOf(state, version), version);
  }

  /** Opens an enquiry of a client under the caller's id. */
  @Put(':engagementId')
  @Allows('director', 'project-manager')
  @AnswersCommand()
  async openEnquiry(
    @IdParam('engagementId') engagementId: string,
    @Body() body: OpenEnquiryBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    const { clientId } = body;
    await this.access.require(caller, 'manage', { client: clientId });
    const known = await this.open.find(caller.tenant, engagementId);
    if (known) await this.access.require(caller, 'manage', { engagement: engagementId });
    const client = await this.commands.load(clients, caller.tenant, clientId);
    const data = { ...body, engagementId, clientIsActive: client.state.status === 'active' };
    const target = { id: engagementId, client: known?.state.clientId ?? clientId, engagement: engagementId };
    const result = await this.commands.run(engagements, target, { type: 'OpenEnquiry', data, issued }, issued);
    await this.directory.take(result.events);
    return reply(result);
  }

  @Post(':engagementId/transition-items/:item/complete')
  @HttpCode(200)
  @Allows('director', 'project-manager')
  @AnswersCommand()
  completeTransitionItem(
    @IdParam('engagementId') engagement: string,
    @Param('item') item: string,
    @Body() body: EvidenceBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    return this.#complete('CompleteTransitionItem', { engagement, item, body, caller, issued });
  }

  @Post(':engagementId/exit-items/:item/complete')
  @HttpCode(200)
  @Allows('director', 'project-manager')
  @AnswersCommand()
  completeExitItem(
    @IdParam('engagementId') engagement: string,
    @Param('item') item: string,
    @Body() body: EvidenceBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    return this.#complete('CompleteExitItem', { engagement, item, body, caller, issued });
  }

  async #complete(
    type: 'CompleteTransitionItem' | 'CompleteExitItem',
    { engagement, item, body, caller, issued }: Completing,
  ): Promise<CommandReply> {
    const { target } = await this.open.enter(caller, 'manage', engagement);
    return reply(await this.commands.run(engagements, target, { type, data: { ...body, item }, issued }, issued));
  }
}

interface Completing {
  readonly engagement: string;
  readonly item: string;
  readonly body: EvidenceBody;
  readonly caller: Principal;
  readonly issued: Issued;
}

function viewOf(state: KnownEngagement, version: number): EngagementView {
  const { engagementId, clientId, code, title, zone, currency, status } = state;
  const { transition, exit, agreedHash, reopened, baseline } = state;
  const counted = countedItems(state);
  const items = state.items.map(({ itemId, statement, status, waived }) => {
    const warnings = status === 'rejected' ? [] : warningsOf({ itemId, statement }, counted);
    return { itemId, statement, status, warnings, waived };
  });
  const head = { engagementId, clientId, code, title, zone, currency, status, version };
  return { ...head, items, transition, exit, agreedHash, reopened, baseline };
}
