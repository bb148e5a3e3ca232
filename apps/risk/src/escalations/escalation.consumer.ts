import type { EscalationEvent, SlaClockEvent } from '@bw/contracts-risk';
import { type Delivery, OnEvents, type Taken } from '@bw/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Lines } from '../lines/lines.ts';
import { placeOf, turnOf } from '../promises/turn.ts';
import { LadderProcess } from './ladder.process.ts';

type OfClock = { readonly clockId: string; readonly issueId: string; readonly engagementId: string };
type OfLadder = {
  readonly escalationId: string;
  readonly engagementId: string;
  readonly subject: { readonly id: string };
};

/** Clocks set ladders up and take them down; what a ladder says of itself sets its next alarm. */
@Controller()
export class EscalationConsumer {
  constructor(
    private readonly lines: Lines,
    private readonly ladders: LadderProcess,
  ) {}

  @OnEvents('risk')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    const afterClock = (data: OfClock, taken: Taken) => this.#settle(data.issueId, data.engagementId, taken);
    const afterLadder = (data: OfLadder, taken: Taken) => this.#refresh(data, taken);
    return delivery.take<SlaClockEvent | EscalationEvent>(message, {
      'risk.SlaWarningReached': afterClock,
      'risk.SlaBreached': afterClock,
      'risk.SlaClockReopened': afterClock,
      'risk.SlaClockRecalculated': afterClock,
      'risk.SlaMet': (data, taken) => this.#ended(data, 'resolved', taken),
      'risk.SlaClockCancelled': (data, taken) => this.#ended(data, 'withdrawn', taken),
      'risk.EscalationRaised': afterLadder,
      'risk.EscalationAdvanced': afterLadder,
      'risk.EscalationUnreachable': afterLadder,
      'risk.EscalationAcknowledged': afterLadder,
      'risk.EscalationResolved': afterLadder,
    });
  }

  #ended(data: OfClock, outcome: 'resolved' | 'withdrawn', taken: Taken): Promise<void> {
    return this.ladders.clockEnded(data, outcome, placeOf(taken.event, data.engagementId), turnOf(taken));
  }

  async #refresh({ escalationId, engagementId, subject }: OfLadder, taken: Taken): Promise<void> {
    const { tenant, client } = taken.event;
    await this.lines.refresh(taken.tx, { tenant, kind: 'escalation', id: escalationId, client });
    await this.#settle(subject.id, engagementId, taken);
  }

  #settle(issueId: string, engagementId: string, taken: Taken): Promise<void> {
    return this.ladders.settle(issueId, placeOf(taken.event, engagementId), turnOf(taken));
  }
}
