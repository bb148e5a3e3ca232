import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { CommandRefused, type CommandResult, Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Access,
  Allows,
  Answers,
  AnswersCommand,
  AnswersPage,
  Caller,
  type CommandReply,
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
import { PRICE_READERS } from '../access/readers.ts';
import { type EngagementAction, type Entered, OpenEngagements } from '../engagements/open-engagements.ts';
import { Listing } from '../listing/listing.ts';
import { termsKind } from '../streams/kinds.ts';
import { notThere } from '../streams/not-there.ts';
import { DraftTermsBody, EndTermsBody, RateLineBody, TermsQuery, TermsView } from './terms.bodies.ts';
import type { KnownTerms, TermsCommand } from './terms.decider.ts';
import { TermsOfEngagement } from './terms-of-engagement.ts';

/** What the client pays. Vendors do not see it. */
@Allows('director', 'project-manager', 'finance-controller')
@Controller('terms')
export class TermsController {
  constructor(
    private readonly commands: Commands,
    private readonly access: Access,
    private readonly open: OpenEngagements,
    private readonly listing: Listing,
    private readonly terms: TermsOfEngagement,
  ) {}

  @Get()
  @Allows(...PRICE_READERS)
  @AnswersPage(TermsView)
  async list(
    @Caller() caller: Principal,
    @Query() { engagement }: TermsQuery,
    @Page() page: Page,
  ): Promise<PageOf<TermsView>> {
    await this.access.require(caller, 'read', { engagement });
    const which = { kind: 'terms', engagement } as const;
    const { items, next } = await this.listing.page<KnownTerms>(caller.tenant, which, page);
    return { items: items.map(({ content, version }) => ({ ...content, version })), ...(next && { next }) };
  }

  @Get(':termsId')
  @Allows(...PRICE_READERS)
  @Answers(TermsView, { etag: true })
  async read(@IdParam('termsId') termsId: string, @Caller() caller: Principal): Promise<Versioned<TermsView>> {
    const { known, version } = await this.#enter(termsId, caller, 'read');
    return versioned({ ...known, version }, version);
  }

  @Put(':termsId')
  @AnswersCommand()
  async draft(
    @IdParam('termsId') termsId: string,
    @Body() body: DraftTermsBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    const { state } = await this.commands.load(termsKind, caller.tenant, termsId);
    if (state.status !== 'none') await this.#enter(termsId, caller, 'manage');
    const { target } = await this.open.enterOpen(caller, 'manage', body.engagementId);
    const command = { type: 'DraftTerms', data: { ...body, termsId }, issued } as const;
    return reply(await this.terms.draft(command, { ...target, id: termsId }));
  }

  @Put(':termsId/lines/:lineId')
  @AnswersCommand()
  setLine(
    @IdParam('termsId') termsId: string,
    @IdParam('lineId') lineId: string,
    @Body() body: RateLineBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#run({ type: 'SetRateLine', data: { ...body, lineId }, issued }, { termsId, caller, version });
  }

  @Delete(':termsId/lines/:lineId')
  @AnswersCommand()
  removeLine(
    @IdParam('termsId') termsId: string,
    @IdParam('lineId') lineId: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#run({ type: 'RemoveRateLine', data: { lineId }, issued }, { termsId, caller, version });
  }

  @Post(':termsId/agree')
  @HttpCode(200)
  @AnswersCommand()
  async agree(
    @IdParam('termsId') termsId: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ): Promise<CommandReply> {
    const { known, target } = await this.#enterOpen(termsId, caller);
    return reply(await this.terms.agree(known, { target, issued, expectedVersion }));
  }

  @Post(':termsId/end')
  @HttpCode(200)
  @AnswersCommand()
  async end(
    @IdParam('termsId') termsId: string,
    @Body() body: EndTermsBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() expectedVersion: number,
  ): Promise<CommandReply> {
    const { known, target } = await this.#enterOpen(termsId, caller);
    return reply(await this.terms.end(known, { ...body }, { target, issued, expectedVersion }));
  }

  async #run(
    command: TermsCommand,
    { termsId, caller, version: expectedVersion }: { termsId: string; caller: Principal; version: number },
  ): Promise<CommandReply> {
    const { target } = await this.#enterOpen(termsId, caller);
    const result: CommandResult = await this.commands.run(termsKind, target, command, command.issued, {
      expectedVersion,
    });
    return reply(result);
  }

  async #enterOpen(termsId: string, caller: Principal): Promise<EnteredTerms> {
    const entered = await this.#enter(termsId, caller, 'manage');
    await this.open.enterOpen(caller, 'manage', entered.known.engagementId);
    return entered;
  }

  /** What one may not know of is told apart from nothing by nobody. */
  async #enter(termsId: string, caller: Principal, action: EngagementAction): Promise<EnteredTerms> {
    const { state: known, version } = await this.commands.load(termsKind, caller.tenant, termsId);
    if (known.status === 'none') throw new CommandRefused('terms-not-found');
    const { engagementId: engagement } = known;
    if (!(await this.access.allows(caller, 'read', { engagement }))) throw notThere('terms', termsId);
    const { target } = await this.open.enter(caller, action, engagement);
    return { known, version, target: { ...target, id: termsId } };
  }
}

interface EnteredTerms {
  readonly known: KnownTerms;
  readonly version: number;
  readonly target: Entered['target'];
}
