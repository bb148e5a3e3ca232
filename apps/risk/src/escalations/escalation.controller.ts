import { Count, Id, OneOf } from '@bw/contracts-base';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Access,
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
  type Refusals,
  refusals,
  reply,
  versioned,
} from '@bw/service-shell';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Doors, unknownThing } from '../access/doors.ts';
import { Lines } from '../lines/lines.ts';
import { OfEngagement, pageOfLines } from '../lines/page.ts';
import { escalations } from '../streams.ts';
import type { EscalationState } from './escalation.ts';
import type { EscalationRefusal } from './escalation.decider.ts';

/** A ladder as it stands now. */
export class EscalationView {
  @Id() readonly escalationId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly issueId!: string;
  @Count({ min: 1 }) readonly version!: number;
  @Count({ min: 1 }) readonly cycle!: number;
  @OneOf('climbing', 'acknowledged', 'ended') readonly status!: 'climbing' | 'acknowledged' | 'ended';
  /** The highest level that was reached; 0 once it has ended. */
  @Count() readonly level!: number;
}

/** Ladders: who is told when nobody acts. */
@Controller('escalations')
export class EscalationController {
  constructor(
    private readonly commands: Commands,
    private readonly doors: Doors,
    private readonly access: Access,
    private readonly lines: Lines,
    private readonly database: Database,
  ) {}

  @Get()
  @Allows('member')
  @AnswersPage(EscalationView)
  async list(@Query() { engagement }: OfEngagement, @Page() page: Page, @Caller() caller: Principal) {
    await this.access.require(caller, 'read', { engagement });
    return this.database.withTenant(caller.tenant, (tx) =>
      pageOfLines(this.lines, tx, { kind: 'escalation', engagement, page, view: viewOf }),
    );
  }

  @Get(':escalationId')
  @Allows('member')
  @Answers(EscalationView, { etag: true })
  async read(@IdParam('escalationId') escalationId: string, @Caller() caller: Principal) {
    const { state, version } = await this.commands.load(escalations, caller.tenant, escalationId);
    if (state.status === 'none') throw unknownThing('escalation', escalationId);
    const { engagementId: engagement } = state;
    await this.doors.open(caller, 'read', { what: 'escalation', id: escalationId, engagement });
    return versioned(viewOf(state, version), version);
  }

  /** Whoever the ladder reaches may take it on: the issue and its clocks go on. */
  @Post(':escalationId/acknowledge')
  @HttpCode(200)
  @Allows('member')
  @AnswersCommand('The ladder stops.')
  async acknowledge(
    @IdParam('escalationId') escalationId: string,
    @IfMatch() expectedVersion: number,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const { state } = await this.commands.load(escalations, caller.tenant, escalationId);
    const engagement = state.status === 'none' ? undefined : state.engagementId;
    const thing = { what: 'escalation', id: escalationId, engagement };
    const place = await this.doors.open(caller, ['record', 'approve', 'administer'], thing);
    const command = { type: 'AcknowledgeEscalation', data: {}, issued } as const;
    const target = { id: escalationId, ...place };
    const result = await this.commands.run(escalations, target, command, issued, { expectedVersion });
    return reply(await this.doors.seen('escalation', escalationId, result));
  }
}

function viewOf(state: Exclude<EscalationState, { status: 'none' }>, version: number): EscalationView {
  const { escalationId, engagementId, subject, cycle, status } = state;
  const level = state.status === 'ended' ? 0 : state.level;
  return { escalationId, engagementId, issueId: subject.id, version, cycle, status, level };
}

export const escalationRefusals: Refusals = refusals<EscalationRefusal>({
  'escalation-not-found': { code: 'NOT_FOUND', detail: 'There is no such escalation.' },
  'escalation-has-ended': {
    code: 'STATE_CONFLICT',
    detail: 'The ladder has ended: there is nothing left to acknowledge.',
  },
});
