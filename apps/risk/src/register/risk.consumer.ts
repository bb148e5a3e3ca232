import type { RiskAssessed, RiskIdentified, RiskPolicyEvent, RiskRegisterEvent } from '@bw/contracts-risk';
import { Commands } from '@bw/event-store';
import { type Delivery, OnEvents, type Taken } from '@bw/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Lines } from '../lines/lines.ts';
import { placeOf } from '../promises/turn.ts';
import { issues, riskPolicies, risks } from '../streams.ts';
import { AcceptanceTimer } from './acceptance.timer.ts';

type OfRisk = { readonly riskId: string };

/** What follows on the register: lines, ends of acceptances, issues from risks that struck, scores by a new policy. */
@Controller()
export class RiskConsumer {
  constructor(
    private readonly commands: Commands,
    private readonly lines: Lines,
    private readonly acceptances: AcceptanceTimer,
  ) {}

  @OnEvents('risk')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    const refresh = (data: OfRisk, taken: Taken) => this.#refresh(data, taken);
    return delivery.take<RiskRegisterEvent | RiskPolicyEvent>(message, {
      'risk.RiskPolicyAmended': async (policy, taken) => {
        const { tx, issued } = taken;
        const { engagementId: engagement } = policy;
        for (const { id, place } of await this.lines.of(tx, 'risk', { engagement, onlyOpen: true })) {
          await this.commands.run(risks, { id, ...place }, { type: 'RescoreRisk', data: { policy }, issued }, issued);
        }
      },
      'risk.RiskIdentified': (data, taken) => this.#scored(data, taken),
      'risk.RiskAssessed': (data, taken) => this.#scored(data, taken),
      'risk.RiskResponsePlanned': refresh,
      'risk.RiskReviewed': refresh,
      'risk.RiskExpired': refresh,
      'risk.RiskClosed': refresh,
      'risk.RiskAccepted': async (data, taken) => {
        await this.#refresh(data, taken);
        const { tenant, correlation } = taken.event;
        const place = placeOf(taken.event, data.engagementId);
        await this.acceptances.set(data.riskId, data.expires, { tenant, place, correlation });
      },
      'risk.RiskTriggered': async (data, taken) => {
        await this.#refresh(data, taken);
        const { riskId, issueId, engagementId, severity, title } = data;
        const { issued } = taken;
        const raised = { issueId, engagementId, severity, title, origin: { kind: 'risk', riskId } } as const;
        const target = { id: issueId, ...placeOf(taken.event, engagementId) };
        await this.commands.run(issues, target, { type: 'RaiseIssue', data: raised, issued }, issued);
      },
    });
  }

  /** The policy may have been amended in the moment in which somebody scored by the one before. */
  async #scored(data: RiskIdentified | RiskAssessed, taken: Taken): Promise<void> {
    await this.#refresh(data, taken);
    const { event, issued } = taken;
    const { riskId, engagementId, policyVersion } = data;
    const { state: policy } = await this.commands.load(riskPolicies, event.tenant, engagementId);
    if (policy.status === 'none' || policy.version <= policyVersion) return;
    const target = { id: riskId, ...placeOf(event, engagementId) };
    await this.commands.run(risks, target, { type: 'RescoreRisk', data: { policy }, issued }, issued);
  }

  async #refresh({ riskId }: OfRisk, { event, tx }: Taken): Promise<void> {
    await this.lines.refresh(tx, { tenant: event.tenant, kind: 'risk', id: riskId, client: event.client });
  }
}
