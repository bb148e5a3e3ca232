import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { ApprovalRequested } from '@bw/contracts-engagement';
import type { BaselineFact, BaselineSubmitted } from '@bw/contracts-scheduling';
import { Commands, derivedId } from '@bw/event-store';
import type { Instant } from '@bw/kernel';
import { type Delivery, OnEvents, type Taken } from '@bw/messaging';
import { OpenEngagements } from '../engagements/open-engagements.ts';
import { approvals, engagements } from '../streams/kinds.ts';

/** How long the sponsor has for a baseline; without an answer it is refused, and can be submitted again. */
const DAYS_TO_DECIDE = 10;
const DAY_MS = 86_400_000;

/** A baseline is scheduling's; whether it is approved is decided here. */
@Controller()
export class BaselinesConsumer {
  constructor(
    private readonly commands: Commands,
    private readonly open: OpenEngagements,
  ) {}

  @OnEvents('scheduling')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    return delivery.take<BaselineFact>(message, {
      'scheduling.BaselineSubmitted': (data, taken) => this.request(data, taken),
      'scheduling.BaselineApproved': async ({ engagementId, planId, baselineId }, { event, issued }) => {
        const target = await this.targetOf(event.tenant, engagementId);
        const command = { type: 'NoteBaseline', data: { planId, baselineId }, issued } as const;
        await this.commands.run(engagements, target, command, issued);
      },
      // Where the sponsor said no, this finds it decided. Where the baseline was taken back, nobody need decide any more.
      'scheduling.BaselineRejected': async ({ engagementId, approvalId }, { event, issued }) => {
        const target = { ...(await this.targetOf(event.tenant, engagementId)), id: approvalId };
        const command = { type: 'LapseApproval', data: { cause: 'withdrawn' }, issued } as const;
        await this.commands.run(approvals, target, command, issued);
      },
    });
  }

  /** Each submission is a question of its own: the same baseline, submitted again after a no, is asked again. */
  private async request(submitted: BaselineSubmitted, { event, issued }: Taken): Promise<void> {
    const { engagementId, planId, baselineId, hash, currency, totals, submittedBy } = submitted;
    const { client: clientId } = await this.targetOf(event.tenant, engagementId);
    const { bac, start, finish, activities } = totals;
    const data: ApprovalRequested = {
      approvalId: derivedId(event.id, 'approval'),
      engagementId,
      clientId,
      kind: 'baseline',
      subject: baselineId,
      planId,
      contentHash: hash,
      impact: { bac, currency, start, finish, activities },
      defaultOutcome: 'refused',
      due: daysLater(issued.at),
      requestedBy: submittedBy,
    };
    const target = { id: data.approvalId, client: clientId, engagement: engagementId };
    await this.commands.run(approvals, target, { type: 'RequestApproval', data, issued }, issued);
  }

  private async targetOf(tenant: string, engagement: string) {
    const found = await this.open.find(tenant, engagement);
    if (!found) throw new Error(`Scheduling speaks of engagement ${engagement}, which was never opened here.`);
    return { id: engagement, client: found.state.clientId, engagement };
  }
}

function daysLater(at: Instant): Instant {
  return new Date(Date.parse(at) + DAYS_TO_DECIDE * DAY_MS).toISOString();
}
