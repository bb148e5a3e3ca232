import { Body, Controller, HttpCode, Post } from '@nestjs/common';
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
import { engagements } from '../streams/kinds.ts';
import type { EngagementCommand } from './engagement.decider.ts';
import { ReasonBody, SuspendBody } from './engagements.bodies.ts';
import { type EngagementAction, OpenEngagements } from './open-engagements.ts';

/** The steps of an engagement from enquiry to end. Each builds on what its caller saw: If-Match. */
@Allows('director', 'project-manager')
@Controller('engagements/:engagementId')
export class LifecycleController {
  constructor(
    private readonly commands: Commands,
    private readonly open: OpenEngagements,
  ) {}

  @Post('intake')
  @HttpCode(200)
  @AnswersCommand()
  startIntake(
    @IdParam('engagementId') engagement: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#step({ type: 'StartIntake', data: {}, issued }, { engagement, caller, version });
  }

  @Post('proposal')
  @HttpCode(200)
  @AnswersCommand()
  propose(
    @IdParam('engagementId') engagement: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#step({ type: 'ProposeEngagement', data: {}, issued }, { engagement, caller, version });
  }

  /** It becomes active by itself with the last condition; asking says which conditions are still open. */
  @Post('activate')
  @HttpCode(200)
  @AnswersCommand()
  activate(
    @IdParam('engagementId') engagement: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#step({ type: 'ActivateEngagement', data: {}, issued }, { engagement, caller, version });
  }

  @Post('suspend')
  @HttpCode(200)
  @AnswersCommand()
  suspend(
    @IdParam('engagementId') engagement: string,
    @Body() body: SuspendBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#step({ type: 'SuspendEngagement', data: { ...body }, issued }, { engagement, caller, version });
  }

  @Post('resume')
  @HttpCode(200)
  @AnswersCommand()
  resume(
    @IdParam('engagementId') engagement: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#step({ type: 'ResumeEngagement', data: {}, issued }, { engagement, caller, version });
  }

  @Post('start-exit')
  @HttpCode(200)
  @AnswersCommand()
  startExit(
    @IdParam('engagementId') engagement: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#step({ type: 'StartExit', data: {}, issued }, { engagement, caller, version });
  }

  @Post('close')
  @HttpCode(200)
  @AnswersCommand()
  close(
    @IdParam('engagementId') engagement: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#step({ type: 'CloseEngagement', data: {}, issued }, { engagement, caller, version });
  }

  /** The provider says no. */
  @Post('decline')
  @HttpCode(200)
  @AnswersCommand()
  decline(
    @IdParam('engagementId') engagement: string,
    @Body() body: ReasonBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#step({ type: 'DeclineEngagement', data: { ...body }, issued }, { engagement, caller, version });
  }

  /** The client takes it back: the sponsor, or the provider for them. */
  @Post('withdraw')
  @HttpCode(200)
  @Allows('director', 'project-manager', 'sponsor')
  @AnswersCommand()
  withdraw(
    @IdParam('engagementId') engagement: string,
    @Body() body: ReasonBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#step(
      { type: 'WithdrawEngagement', data: { ...body }, issued },
      { engagement, caller, version },
      'sign',
    );
  }

  @Post('terminate')
  @HttpCode(200)
  @AnswersCommand()
  terminate(
    @IdParam('engagementId') engagement: string,
    @Body() body: ReasonBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#step({ type: 'TerminateEngagement', data: { ...body }, issued }, { engagement, caller, version });
  }

  async #step(
    command: EngagementCommand,
    { engagement, caller, version: expectedVersion }: Step,
    action: EngagementAction = 'manage',
  ): Promise<CommandReply> {
    const { target } = await this.open.enter(caller, action, engagement);
    return reply(await this.commands.run(engagements, target, command, command.issued, { expectedVersion }));
  }
}

interface Step {
  readonly engagement: string;
  readonly caller: Principal;
  readonly version: number;
}
