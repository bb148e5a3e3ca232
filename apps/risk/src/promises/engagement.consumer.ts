import type { EngagementEvent } from '@bw/contracts-engagement';
import { Commands } from '@bw/event-store';
import { type Delivery, OnEvents } from '@bw/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { riskPolicies } from '../streams.ts';
import { Promises } from './promises.ts';
import { Settlement } from './settlement.ts';
import { placeOf, turnOf } from './turn.ts';

/** What was agreed about an engagement: its first risk policy, its service levels, its ladders. */
@Controller()
export class EngagementConsumer {
  constructor(
    private readonly commands: Commands,
    private readonly promises: Promises,
    private readonly settlement: Settlement,
  ) {}

  @OnEvents('engagement')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    return delivery.take<EngagementEvent>(message, {
      'engagement.EngagementAgreed': async ({ engagementId, clientId }, { issued }) => {
        const target = { id: engagementId, engagement: engagementId, client: clientId };
        const command = { type: 'AgreeDefaultPolicy', data: { engagementId }, issued } as const;
        await this.commands.run(riskPolicies, target, command, issued);
      },
      'engagement.ServiceLevelAgreed': async (level, taken) => {
        if (!(await this.promises.agreeServiceLevel(taken, level))) return;
        const { engagementId, severity } = level;
        await this.settlement.settle(placeOf(taken.event, engagementId), turnOf(taken), {
          because: 'service-level',
          severities: [severity],
        });
      },
      'engagement.EscalationPolicyAgreed': async (policy, taken) => {
        if (!(await this.promises.agreeEscalationPolicy(taken, policy))) return;
        const { engagementId, severities } = policy;
        await this.settlement.settle(placeOf(taken.event, engagementId), turnOf(taken), {
          because: 'service-level',
          severities,
        });
      },
    });
  }
}
