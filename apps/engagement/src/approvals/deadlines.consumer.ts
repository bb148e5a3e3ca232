import { Controller, type OnModuleInit } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { ApprovalEvent, ApprovalRequested } from '@bw/contracts-engagement';
import { Clock, Commands, derivedId, type Timer, Timers } from '@bw/event-store';
import { type Id, type Issued, isId } from '@bw/kernel';
import { type Delivery, OnEvents, type Taken } from '@bw/messaging';
import { approvals } from '../streams/kinds.ts';

const APPROVAL_DUE = 'approval-due';

/** Sets an alarm for every decision that is due, and lets it lapse when the alarm rings and nobody has decided. */
@Controller()
export class DeadlinesConsumer implements OnModuleInit {
  constructor(
    private readonly commands: Commands,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timers.on(APPROVAL_DUE, (timer) => this.lapse(timer));
  }

  @OnEvents('engagement')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    const cancel = ({ approvalId }: { readonly approvalId: Id }, { event }: Taken) =>
      this.timers.cancel(event.tenant, APPROVAL_DUE, approvalId);
    return delivery.take<ApprovalEvent>(message, {
      'engagement.ApprovalRequested': (data, taken) => this.set(data, taken),
      'engagement.ApprovalGranted': cancel,
      'engagement.ApprovalRefused': cancel,
      'engagement.ApprovalLapsed': cancel,
    });
  }

  private async set({ approvalId, clientId, engagementId, due }: ApprovalRequested, { event }: Taken): Promise<void> {
    if (due === undefined) return;
    const payload = { clientId, engagementId, correlation: event.correlation };
    await this.timers.set({ tenant: event.tenant, name: APPROVAL_DUE, key: approvalId, due, payload });
  }

  private async lapse(timer: Timer): Promise<void> {
    const { key: approvalId, payload } = timer;
    const { clientId: client, engagementId: engagement } = payload;
    if (!isId(client) || !isId(engagement)) throw new Error(`The alarm of approval ${approvalId} names no engagement.`);
    const issued = issuedBy(timer, this.clock.now());
    const command = { type: 'LapseApproval', data: { cause: 'due-passed' }, issued } as const;
    await this.commands.run(approvals, { id: approvalId, client, engagement }, command, issued);
  }
}

/** The same alarm, ringing twice, is one command. */
function issuedBy({ tenant, name, key, due, payload: { correlation } }: Timer, at: string): Issued {
  const command = derivedId(tenant, 'timer', name, key, due);
  return {
    at,
    effective: { at },
    tenant,
    actor: 'system:engagement',
    command,
    correlation: isId(correlation) ? correlation : command,
    causation: command,
  };
}
