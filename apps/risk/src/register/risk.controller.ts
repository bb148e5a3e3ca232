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
import { Doors, rolesAt, type Thing, unknownThing } from '../access/doors.ts';
import { Lines } from '../lines/lines.ts';
import { OfEngagement, pageOfLines } from '../lines/page.ts';
import { noPolicy } from '../policy/risk-policy.controller.ts';
import type { Scoring } from '../policy/scoring.ts';
import { riskPolicies, risks } from '../streams.ts';
import {
  AcceptRiskBody,
  AssessRiskBody,
  CloseRiskBody,
  IdentifyRiskBody,
  PlanResponseBody,
  ReviewRiskBody,
  RiskView,
  TriggerRiskBody,
} from './risk.bodies.ts';
import type { RiskCommand } from './risk.commands.ts';
import { riskView } from './risk.view.ts';

/** The risk register: what may happen, how bad it would be, and what is done about it. */
@Controller('risks')
export class RiskController {
  constructor(
    private readonly commands: Commands,
    private readonly doors: Doors,
    private readonly access: Access,
    private readonly lines: Lines,
    private readonly database: Database,
  ) {}

  @Get()
  @Allows('member')
  @AnswersPage(RiskView)
  async list(@Query() { engagement }: OfEngagement, @Page() page: Page, @Caller() caller: Principal) {
    await this.access.require(caller, 'read', { engagement });
    const wanted = { engagement, page };
    return this.database.withTenant(caller.tenant, (tx) =>
      pageOfLines(this.lines, tx, { ...wanted, kind: 'risk', view: riskView }),
    );
  }

  @Get(':riskId')
  @Allows('member')
  @Answers(RiskView, { etag: true })
  async read(@IdParam('riskId') riskId: string, @Caller() caller: Principal) {
    const { state, version } = await this.commands.load(risks, caller.tenant, riskId);
    if (state.status === 'none') throw unknownThing('risk', riskId);
    await this.doors.open(caller, 'read', { what: 'risk', id: riskId, engagement: state.engagementId });
    return versioned(riskView(state, version), version);
  }

  @Put(':riskId')
  @Allows('member')
  @AnswersCommand('The risk is on the register.')
  async identify(
    @IdParam('riskId') riskId: string,
    @Body() body: IdentifyRiskBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const place = await this.access.require(caller, 'record', { engagement: body.engagementId });
    await this.doors.unlessForeign(caller, await this.#find(caller, riskId));
    const policy = await this.#policyOf(caller, body.engagementId);
    const command = { type: 'IdentifyRisk', data: { ...body, riskId, policy }, issued } as const;
    const result = await this.commands.run(risks, { id: riskId, ...place }, command, issued);
    return reply(await this.doors.seen('risk', riskId, result));
  }

  @Post(':riskId/assessments')
  @HttpCode(200)
  @Allows('director', 'project-manager')
  @AnswersCommand()
  assess(
    @IdParam('riskId') riskId: string,
    @Body() { rated = 'current', likelihood, impact }: AssessRiskBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ riskId, version, caller, issued, action: 'manage' }, async ({ engagement }) => ({
      type: 'AssessRisk',
      data: { rated, likelihood, impact, policy: await this.#policyOf(caller, engagement) },
      issued,
    }));
  }

  @Post(':riskId/responses')
  @HttpCode(200)
  @Allows('director', 'project-manager')
  @AnswersCommand()
  respond(
    @IdParam('riskId') riskId: string,
    @Body() body: PlanResponseBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ riskId, version, caller, issued, action: 'manage' }, async ({ engagement }) => ({
      type: 'PlanResponse',
      data: { ...body, policy: await this.#policyOf(caller, engagement) },
      issued,
    }));
  }

  /** Who may do it, the appetite says: it needs the role of the band in which the score lies. */
  @Post(':riskId/acceptances')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand()
  accept(
    @IdParam('riskId') riskId: string,
    @Body() body: AcceptRiskBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    return this.#change({ riskId, version, caller, issued, action: 'read' }, async (place) => ({
      type: 'AcceptRisk',
      data: { ...body, roles: rolesAt(caller, place), policy: await this.#policyOf(caller, place.engagement) },
      issued,
    }));
  }

  @Post(':riskId/reviews')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand()
  review(
    @IdParam('riskId') riskId: string,
    @Body() data: ReviewRiskBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const by = { riskId, version, caller, issued, action: 'record' } as const;
    return this.#change(by, async () => ({ type: 'ReviewRisk', data, issued }));
  }

  @Post(':riskId/trigger')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand('The risk has struck; its issue is raised under the id that was given.')
  trigger(
    @IdParam('riskId') riskId: string,
    @Body() data: TriggerRiskBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const by = { riskId, version, caller, issued, action: 'record' } as const;
    return this.#change(by, async () => ({ type: 'MarkTriggered', data, issued }));
  }

  @Post(':riskId/close')
  @HttpCode(200)
  @Allows('director', 'project-manager')
  @AnswersCommand()
  close(
    @IdParam('riskId') riskId: string,
    @Body() data: CloseRiskBody,
    @IfMatch() version: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const by = { riskId, version, caller, issued, action: 'manage' } as const;
    return this.#change(by, async () => ({ type: 'CloseRisk', data, issued }));
  }

  async #change(
    { riskId, version, caller, issued, action }: Change,
    commandAt: (place: { readonly engagement: Id; readonly client: Id }) => Promise<RiskCommand>,
  ) {
    const place = await this.doors.open(caller, action, await this.#find(caller, riskId));
    const command = await commandAt(place);
    const target = { id: riskId, ...place };
    const result = await this.commands.run(risks, target, command, issued, { expectedVersion: version });
    return reply(await this.doors.seen('risk', riskId, result));
  }

  async #find(caller: Principal, riskId: Id): Promise<Thing> {
    const { state } = await this.commands.load(risks, caller.tenant, riskId);
    return { what: 'risk', id: riskId, engagement: state.status === 'none' ? undefined : state.engagementId };
  }

  async #policyOf(caller: Principal, engagement: Id): Promise<Scoring> {
    const { state } = await this.commands.load(riskPolicies, caller.tenant, engagement);
    if (state.status === 'none') throw noPolicy(engagement, 'STATE_CONFLICT');
    return state;
  }
}

interface Change {
  readonly riskId: Id;
  readonly version: number;
  readonly caller: Principal;
  readonly issued: Issued;
  readonly action: Action;
}
