import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import {
  Allows,
  Answers,
  AnswersCommand,
  Caller,
  type CommandReply,
  IdParam,
  IssuedNow,
  type Principal,
  Problem,
  reply,
  type Versioned,
  versioned,
} from '@bw/service-shell';
import { signingPartiesAt } from '../access/members.ts';
import { READERS } from '../access/readers.ts';
import { OpenEngagements } from '../engagements/open-engagements.ts';
import { engagements } from '../streams/kinds.ts';
import { AgreementsQuery } from './agreements.query.ts';
import { alignmentOf } from './alignment.ts';
import { AlignmentView, SignAlignmentBody } from './alignment.views.ts';

/** The gate between a proposal and the work. */
@Controller('engagements/:engagementId')
export class AlignmentController {
  constructor(
    private readonly commands: Commands,
    private readonly open: OpenEngagements,
    private readonly agreements: AgreementsQuery,
  ) {}

  /** The checklist as it stands now, and what there is to sign. */
  @Get('alignment')
  @Allows(...READERS)
  @Answers(AlignmentView, { etag: true })
  async read(
    @IdParam('engagementId') engagement: string,
    @Caller() caller: Principal,
  ): Promise<Versioned<AlignmentView>> {
    const { state, version } = await this.open.enter(caller, 'read', engagement);
    return versioned(alignmentOf(state, await this.agreements.of(caller.tenant, engagement)), version);
  }

  /** The content hash says what was read, so no If-Match is needed: a change in between is refused. */
  @Post('signatures')
  @HttpCode(200)
  @Allows('director', 'project-manager', 'sponsor')
  @AnswersCommand()
  async sign(
    @IdParam('engagementId') engagement: string,
    @Body() { party, contentHash }: SignAlignmentBody,
    @Caller() caller: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<CommandReply> {
    const { target } = await this.open.enter(caller, 'sign', engagement);
    if (!signingPartiesAt(caller, target).includes(party)) {
      throw new Problem({ code: 'FORBIDDEN', detail: `You cannot sign for the ${party} here.` });
    }
    const agreements = await this.agreements.of(caller.tenant, engagement);
    const command = { type: 'SignAlignment', data: { party, contentHash, agreements }, issued } as const;
    return reply(await this.commands.run(engagements, target, command, issued));
  }
}
