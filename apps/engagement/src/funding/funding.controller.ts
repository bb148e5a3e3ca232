import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { CommandRefused, Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Allows,
  Answers,
  AnswersCommand,
  Caller,
  type CommandReply,
  IdParam,
  IfMatch,
  IssuedNow,
  type Principal,
  reply,
  type Versioned,
  versioned,
} from '@bw/service-shell';
import { PRICE_READERS } from '../access/readers.ts';
import { OpenEngagements } from '../engagements/open-engagements.ts';
import { fundings } from '../streams/kinds.ts';
import { BudgetLineBody, DrawBody, FundingView, OpenFundingBody } from './funding.bodies.ts';
import type { FundingCommand } from './funding.decider.ts';

/** Money beside the budget of the plan. One per engagement, under the engagement's id. */
@Allows('director', 'finance-controller')
@Controller('funding/:engagementId')
export class FundingController {
  constructor(
    private readonly commands: Commands,
    private readonly open: OpenEngagements,
  ) {}

  @Get()
  @Allows(...PRICE_READERS)
  @Answers(FundingView, { etag: true })
  async read(
    @IdParam('engagementId') engagement: string,
    @Caller() caller: Principal,
  ): Promise<Versioned<FundingView>> {
    await this.open.enter(caller, 'read', engagement);
    const { state, version } = await this.commands.load(fundings, caller.tenant, engagement);
    if (state.status === 'none') throw new CommandRefused('funding-not-found');
    const { fundingId, engagementId, currency, lines } = state;
    return versioned({ fundingId, engagementId, currency, lines, version }, version);
  }

  @Put()
  @AnswersCommand()
  openFunding(
    @IdParam('engagementId') engagementId: string,
    @Body() { currency }: OpenFundingBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    const data = { fundingId: engagementId, engagementId, currency };
    return this.#run({ type: 'OpenFunding', data, issued }, { engagementId, caller });
  }

  @Put('lines/:lineId')
  @AnswersCommand()
  setLine(
    @IdParam('engagementId') engagementId: string,
    @IdParam('lineId') lineId: string,
    @Body() body: BudgetLineBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#run({ type: 'SetBudgetLine', data: { ...body, lineId }, issued }, { engagementId, caller, version });
  }

  /** Takes money out. The draw's id makes a retry harmless, and the line itself guards its limit: no If-Match. */
  @Put('lines/:lineId/draws/:drawId')
  @HttpCode(200)
  @AnswersCommand()
  draw(
    @IdParam('engagementId') engagementId: string,
    @IdParam('lineId') lineId: string,
    @IdParam('drawId') drawId: string,
    @Body() body: DrawBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    return this.#run({ type: 'DrawBudget', data: { ...body, lineId, drawId }, issued }, { engagementId, caller });
  }

  async #run(
    command: FundingCommand,
    { engagementId, caller, version }: { engagementId: string; caller: Principal; version?: number },
  ): Promise<CommandReply> {
    const { target } = await this.open.enterOpen(caller, 'manage', engagementId);
    const options = { ...(version !== undefined && { expectedVersion: version }) };
    return reply(await this.commands.run(fundings, target, command, command.issued, options));
  }
}
