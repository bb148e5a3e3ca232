import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EngagementEvent } from '@bw/contracts-engagement';
import { Commands } from '@bw/event-store';
import type { Id, Issued } from '@bw/kernel';
import { type Delivery, OnEvents } from '@bw/messaging';
import { Places } from '../plans/places.ts';
import { streams } from '../streams.ts';

interface Answer {
  readonly approvalId: Id;
  readonly engagementId: Id;
  readonly kind: string;
  readonly subject: Id;
  readonly contentHash: string;
}

/** The sponsor's answers to submitted baselines. */
@Controller()
export class ApprovalConsumer {
  constructor(
    private readonly commands: Commands,
    private readonly places: Places,
  ) {}

  @OnEvents('engagement')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery) {
    return delivery.take<EngagementEvent>(message, {
      'engagement.ApprovalGranted': (data, { issued }) => this.#decide('ApproveBaseline', data, issued),
      'engagement.ApprovalRefused': (data, { issued }) => this.#decide('RejectBaseline', data, issued),
    });
  }

  async #decide(type: 'ApproveBaseline' | 'RejectBaseline', answer: Answer, issued: Issued): Promise<void> {
    if (answer.kind !== 'baseline') return;
    const { approvalId, subject, contentHash: hash } = answer;
    const { state } = await this.commands.load(streams.baseline, issued.tenant, subject);
    // Asked for by hand, about something that is no baseline of that engagement: none of our business.
    if (state.status === 'none' || state.engagementId !== answer.engagementId) return;
    const target = { id: subject, ...(await this.places.of(issued.tenant, state.engagementId)) };
    await this.commands.run(streams.baseline, target, { type, data: { approvalId, hash } }, issued);
  }
}
