import type { IssueEvent } from '@bw/contracts-risk';
import { type Delivery, OnEvents, type Taken } from '@bw/messaging';
import { Commands } from '@bw/event-store';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ClockProcess } from '../clocks/clock.process.ts';
import { Lines } from '../lines/lines.ts';
import { oneAtATime, placeOf, turnOf } from '../promises/turn.ts';
import { issues } from '../streams.ts';
import { evolveIssue } from './issue.evolve.ts';
import type { IssueState } from './issue.ts';

type OfIssue = { readonly issueId: string; readonly engagementId: string };

/** What an issue's facts mean for its clocks. Read from the log and not done with the command, so that none is lost. */
@Controller()
export class IssueConsumer {
  constructor(
    private readonly commands: Commands,
    private readonly lines: Lines,
    private readonly clocks: ClockProcess,
  ) {}

  @OnEvents('risk')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    return delivery.take<IssueEvent>(message, {
      'risk.IssueRaised': async (data, taken) => {
        // As it was raised: it may be acknowledged by now, and its clock still says how long that took.
        const raised = evolveIssue({ status: 'none' }, { type: 'risk.IssueRaised', data });
        await this.#settle(raised, data, taken);
      },
      'risk.IssueAcknowledged': (data, taken) => this.#after(data, taken, 'acknowledge'),
      'risk.IssueAssigned': (data, taken) => this.#refresh(data, taken),
      'risk.IssueWaiting': async (data, taken) => {
        await this.#refresh(data, taken);
        await this.clocks.pause(data.issueId, data.reason, placeOf(taken.event, data.engagementId), turnOf(taken));
      },
      'risk.IssueResumed': async (data, taken) => {
        await this.#refresh(data, taken);
        await this.clocks.resume(data.issueId, placeOf(taken.event, data.engagementId), turnOf(taken));
      },
      'risk.IssueResolved': (data, taken) => this.#after(data, taken, 'resolve'),
      'risk.IssueVerified': (data, taken) => this.#refresh(data, taken),
      'risk.IssueReopened': async (data, taken) => {
        await this.#refresh(data, taken);
        await this.clocks.reopen(data.issueId, placeOf(taken.event, data.engagementId), turnOf(taken));
        const { state } = await this.commands.load(issues, taken.event.tenant, data.issueId);
        await this.#settle(state, data, taken); // what is promised may have changed while it was resolved
      },
      'risk.IssueCancelled': async (data, taken) => {
        await this.#refresh(data, taken);
        await this.clocks.cancel(data.issueId, data.why, placeOf(taken.event, data.engagementId), turnOf(taken));
      },
    });
  }

  async #settle(state: IssueState, data: OfIssue, taken: Taken): Promise<void> {
    const turn = turnOf(taken);
    await oneAtATime(turn, data.engagementId);
    await this.#refresh(data, taken);
    if (state.status === 'none') return;
    await this.clocks.settle(state, placeOf(taken.event, data.engagementId), turn, 'service-level');
  }

  async #after(data: OfIssue, taken: Taken, stops: 'acknowledge' | 'resolve'): Promise<void> {
    await this.#refresh(data, taken);
    await this.clocks.stop(data.issueId, stops, placeOf(taken.event, data.engagementId), turnOf(taken));
  }

  async #refresh({ issueId }: OfIssue, { event, tx }: Taken): Promise<void> {
    await this.lines.refresh(tx, { tenant: event.tenant, kind: 'issue', id: issueId, client: event.client });
  }
}
