import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { GovernanceEvent, TermsEvent } from '@bw/contracts-engagement';
import { Commands } from '@bw/event-store';
import { type Delivery, OnEvents, type Taken } from '@bw/messaging';
import { engagements } from '../streams/kinds.ts';
import { AgreementsQuery } from './agreements.query.ts';

/** Governance and terms have streams of their own: the engagement hears here that something it signed may be different. */
@Controller()
export class AlignmentConsumer {
  constructor(
    private readonly commands: Commands,
    private readonly agreements: AgreementsQuery,
  ) {}

  @OnEvents('engagement')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    const review = ({ engagementId }: { readonly engagementId: string }, taken: Taken) =>
      this.review(engagementId, taken);
    return delivery.take<GovernanceEvent | TermsEvent>(message, {
      'engagement.KpiTargetAgreed': review,
      'engagement.KpiTargetWithdrawn': review,
      'engagement.ServiceLevelAgreed': review,
      'engagement.EscalationPolicyAgreed': review,
      'engagement.RateLineSet': review,
      'engagement.RateLineRemoved': review,
      'engagement.TermsAgreed': review,
      'engagement.TermsEnded': review,
    });
  }

  private async review(engagement: string, { event, issued }: Taken): Promise<void> {
    const agreements = await this.agreements.of(event.tenant, engagement);
    const target = { id: engagement, engagement, ...(event.client && { client: event.client }) };
    await this.commands.run(engagements, target, { type: 'ReviewAlignment', data: { agreements }, issued }, issued);
  }
}
