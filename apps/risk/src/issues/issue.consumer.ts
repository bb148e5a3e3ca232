import type { IssueEvent } from '@bw/contracts-risk';
import { type Delivery, OnEvents, type Taken } from '@bw/messaging';
import { Commands } from '@bw/event-store';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ClockProcess } from '../clocks/clock.process.ts';
import { Lines } from '../lines/lines.ts';
import { oneAtATime, type Place, placeOf, type Turn, turnOf } from '../promises/turn.ts';
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
    const only = (data: OfIssue, taken: Taken) => this.#once(data, taken, () => Promise.resolve());
    return delivery.take<IssueEvent>(message, {
      'risk.IssueRaised': (data, taken) => {
        // As it was raised: it may be acknowledged by now, and its clock still says how long that took.
        const raised = evolveIssue({ status: 'none' }, { type: 'risk.IssueRaised', data });
        return this.#once(data, taken, (place, turn) => this.#settle(raised, place, turn));
      },
      'risk.IssueAcknowledged': (data, taken) =>
        this.#once(data, taken, (place, turn) => this.clocks.stop(data.issueId, 'acknowledge', place, turn)),
      'risk.IssueAssigned': only,
      'risk.IssueWaiting': (data, taken) =>
        this.#once(data, taken, (place, turn) => this.clocks.pause(data.issueId, data.reason, place, turn)),
      'risk.IssueResumed': (data, taken) =>
        this.#once(data, taken, (place, turn) => this.clocks.resume(data.issueId, place, turn)),
      'risk.IssueResolved': (data, taken) =>
        this.#once(data, taken, (place, turn) => this.clocks.stop(data.issueId, 'resolve', place, turn)),
      'risk.IssueVerified': only,
      'risk.IssueReopened': (data, taken) =>
        this.#once(data, taken, async (place, turn) => {
          await this.clocks.reopen(data.issueId, place, turn);
          const { state } = await this.commands.load(issues, turn.tenant, data.issueId);
          await this.#settle(state, place, turn); // what is promised may have changed while it was resolved
        }),
      'risk.IssueCancelled': (data, taken) =>
        this.#once(data, taken, (place, turn) => this.clocks.cancel(data.issueId, data.why, place, turn)),
    });
  }

  /** Brings the issue's line up, and answers the event unless that was done. */
  async #once(
    { issueId: id, engagementId }: OfIssue,
    taken: Taken,
    answer: (place: Place, turn: Turn) => Promise<void>,
  ): Promise<void> {
    const { tenant, client, streamVersion } = taken.event;
    const turn = turnOf(taken);
    await oneAtATime(turn, engagementId);
    await this.lines.refresh(turn.tx, { tenant, kind: 'issue', id, client });
    if (!(await this.lines.isNews(turn.tx, { kind: 'issue', id, streamVersion }))) return;
    await answer(placeOf(taken.event, engagementId), turn);
  }

  async #settle(state: IssueState, place: Place, turn: Turn): Promise<void> {
    if (state.status !== 'none') await this.clocks.settle(state, place, turn, 'service-level');
  }
}
