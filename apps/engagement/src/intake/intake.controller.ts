import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Allows,
  AnswersCommand,
  Caller,
  type CommandReply,
  IdParam,
  IfMatch,
  IssuedNow,
  type Principal,
  reply,
} from '@bw/service-shell';
import { OpenEngagements } from '../engagements/open-engagements.ts';
import { engagements } from '../streams/kinds.ts';
import type { IntakeCommand } from './intake.ts';
import { IntakeStatementBody, RejectIntakeItemBody, WaiveIntakeItemBody } from './intake.bodies.ts';

/** What the client wants, statement by statement. */
@Allows('director', 'project-manager')
@Controller('engagements/:engagementId/intake-items/:itemId')
export class IntakeController {
  constructor(
    private readonly commands: Commands,
    private readonly open: OpenEngagements,
  ) {}

  /** Adds an item under the caller's id. Several people may add at once, so no If-Match is needed. */
  @Put()
  @AnswersCommand()
  add(
    @IdParam('engagementId') engagement: string,
    @IdParam('itemId') itemId: string,
    @Body() body: IntakeStatementBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    const data = { itemId, statement: { ...body } };
    return this.#run({ type: 'AddIntakeItem', data, issued }, { engagement, caller });
  }

  /** The item says this from now on. */
  @Post('clarifications')
  @HttpCode(200)
  @AnswersCommand()
  clarify(
    @IdParam('engagementId') engagement: string,
    @IdParam('itemId') itemId: string,
    @Body() body: IntakeStatementBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    const data = { itemId, statement: { ...body } };
    return this.#run({ type: 'ClarifyIntakeItem', data, issued }, { engagement, caller, version });
  }

  @Post('agree')
  @HttpCode(200)
  @AnswersCommand()
  agree(
    @IdParam('engagementId') engagement: string,
    @IdParam('itemId') itemId: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#run({ type: 'AgreeIntakeItem', data: { itemId }, issued }, { engagement, caller, version });
  }

  @Post('reject')
  @HttpCode(200)
  @AnswersCommand()
  reject(
    @IdParam('engagementId') engagement: string,
    @IdParam('itemId') itemId: string,
    @Body() body: RejectIntakeItemBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    const data = { ...body, itemId };
    return this.#run({ type: 'RejectIntakeItem', data, issued }, { engagement, caller, version });
  }

  /** Takes on oneself that these concerns do not keep the gate shut. */
  @Post('waivers')
  @HttpCode(200)
  @AnswersCommand()
  waive(
    @IdParam('engagementId') engagement: string,
    @IdParam('itemId') itemId: string,
    @Body() body: WaiveIntakeItemBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    const data = { ...body, itemId };
    return this.#run({ type: 'WaiveIntakeItem', data, issued }, { engagement, caller, version });
  }

  async #run(
    command: IntakeCommand,
    { engagement, caller, version }: { engagement: string; caller: Principal; version?: number },
  ): Promise<CommandReply> {
    const { target } = await this.open.enter(caller, 'manage', engagement);
    const options = { ...(version !== undefined && { expectedVersion: version }) };
    return reply(await this.commands.run(engagements, target, command, command.issued, options));
  }
}
