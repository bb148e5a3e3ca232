import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { SEVERITIES } from '@bw/contracts-engagement';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Allows,
  Answers,
  AnswersCommand,
  Caller,
  type CommandReply,
  IdParam,
  IfMatch,
  invalid,
  IssuedNow,
  type Principal,
  reply,
  type Versioned,
  versioned,
} from '@bw/service-shell';
import { READERS } from '../access/readers.ts';
import { OpenEngagements } from '../engagements/open-engagements.ts';
import { governances } from '../streams/kinds.ts';
import {
  AmendBody,
  DelegationBody,
  EscalationPolicyBody,
  GovernanceView,
  KpiTargetBody,
  ServiceLevelBody,
} from './governance.bodies.ts';
import type { GovernanceCommand } from './governance.decider.ts';

/** How an engagement is steered. It is there from the start, empty, at version 0. */
@Allows('director', 'project-manager')
@Controller('governance/:engagementId')
export class GovernanceController {
  constructor(
    private readonly commands: Commands,
    private readonly open: OpenEngagements,
  ) {}

  @Get()
  @Allows(...READERS)
  @Answers(GovernanceView, { etag: true })
  async read(
    @IdParam('engagementId') engagementId: string,
    @Caller() caller: Principal,
  ): Promise<Versioned<GovernanceView>> {
    await this.open.enter(caller, 'read', engagementId);
    const { state, version } = await this.commands.load(governances, caller.tenant, engagementId);
    const { version: agreedVersion, policy: escalationPolicy, ...rest } = state;
    return versioned({ engagementId, ...rest, agreedVersion, escalationPolicy, version }, version);
  }

  @Put('kpi-targets/:kpi')
  @AnswersCommand()
  setKpiTarget(
    @IdParam('engagementId') engagementId: string,
    @Param('kpi') kpi: string,
    @Body() body: KpiTargetBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    const data = { ...body, engagementId, kpi: kpiOf(kpi) };
    return this.#run({ type: 'SetKpiTarget', data, issued }, caller, version);
  }

  @Delete('kpi-targets/:kpi')
  @AnswersCommand()
  withdrawKpiTarget(
    @IdParam('engagementId') engagementId: string,
    @Param('kpi') kpi: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#run({ type: 'WithdrawKpiTarget', data: { engagementId, kpi: kpiOf(kpi) }, issued }, caller, version);
  }

  @Put('service-levels/:severity')
  @AnswersCommand()
  setServiceLevel(
    @IdParam('engagementId') engagementId: string,
    @Param('severity') text: string,
    @Body() body: ServiceLevelBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    const severity = SEVERITIES.find((known) => String(known) === text);
    if (!severity) throw invalid('/severity', `in the path must be one of ${SEVERITIES.join(', ')}`);
    const data = { ...body, engagementId, severity };
    return this.#run({ type: 'SetServiceLevel', data, issued }, caller, version);
  }

  @Put('escalation-policy')
  @AnswersCommand()
  setEscalationPolicy(
    @IdParam('engagementId') engagementId: string,
    @Body() body: EscalationPolicyBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#run({ type: 'SetEscalationPolicy', data: { ...body, engagementId }, issued }, caller, version);
  }

  /** Who may decide what up to which limit. */
  @Put('delegations/:delegationId')
  @Allows('director')
  @AnswersCommand()
  setDelegation(
    @IdParam('engagementId') engagementId: string,
    @IdParam('delegationId') delegationId: string,
    @Body() body: DelegationBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#run({ type: 'SetDelegation', data: { ...body, engagementId, delegationId }, issued }, caller, version);
  }

  @Post('agree')
  @HttpCode(200)
  @AnswersCommand()
  agree(
    @IdParam('engagementId') engagementId: string,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#run({ type: 'AgreeGovernance', data: { engagementId }, issued }, caller, version);
  }

  @Post('amend')
  @HttpCode(200)
  @AnswersCommand()
  amend(
    @IdParam('engagementId') engagementId: string,
    @Body() body: AmendBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
    @IfMatch() version: number,
  ): Promise<CommandReply> {
    return this.#run({ type: 'AmendGovernance', data: { ...body, engagementId }, issued }, caller, version);
  }

  async #run(command: GovernanceCommand, caller: Principal, expectedVersion: number): Promise<CommandReply> {
    const { target } = await this.open.enterOpen(caller, 'manage', command.data.engagementId);
    return reply(await this.commands.run(governances, target, command, command.issued, { expectedVersion }));
  }
}

function kpiOf(text: string): string {
  if (!/^K\d{2}$/.test(text)) throw invalid('/kpi', 'in the path must be a key figure such as K01');
  return text;
}
