import { Injectable } from '@nestjs/common';
import type { ApprovalDelegated, ApprovalGranted, ApprovalRequested } from '@bw/contracts-engagement';
import type { Id, Instant } from '@bw/kernel';
import type { Reading, SeenDecision } from '@bw/projections';
import { detailOf } from '../reading/values.ts';
import type { ApprovalState, ApprovalView } from './decision-inbox.views.ts';

const MINUTE = 60_000;

/** What waits for a decision where the reading stands; what is due first comes first. */
@Injectable()
export class DecisionInboxQuery {
  async approvals(reading: Reading, engagement?: Id): Promise<readonly ApprovalView[]> {
    return (await this.asked(reading, engagement)).map(({ view }) => view);
  }

  async asked(reading: Reading, engagement?: Id): Promise<readonly Asked<ApprovalView>[]> {
    const which = { ...(engagement && { engagement }), kinds: ['approval'] };
    const histories = Map.groupBy(await reading.decisions(which), ({ subject }) => subject);
    return [...histories.values()]
      .flatMap((history) => approvalView(history, reading.point.asOf))
      .toSorted(
        ({ view: a }, { view: b }) => order(a.due ?? '9999', b.due ?? '9999') || order(a.requestedAt, b.requestedAt),
      );
  }
}

/** An approval, and when its answer was recorded, if it has one. */
export interface Asked<View> {
  readonly view: View;
  readonly decidedRecorded?: Instant;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function approvalView(history: readonly SeenDecision[], asOf: Instant): readonly Asked<ApprovalView>[] {
  const requested = history.find(({ outcome }) => outcome === 'requested');
  if (!requested) return [];
  const { approvalId, engagementId, kind, subject, planId, contentHash, impact, defaultOutcome, due, requestedBy } =
    detailOf<ApprovalRequested>(requested);
  const answered = history.find(({ outcome }) => isAnswer(outcome));
  const delegated = history.findLast(({ outcome }) => outcome === 'delegated');
  const until = answered?.effective ?? asOf;
  const reason = answered && detailOf<Partial<ApprovalGranted>>(answered).reason;
  const view: ApprovalView = {
    approvalId,
    engagementId,
    kind,
    subject,
    ...(planId && { planId }),
    contentHash,
    impact,
    defaultOutcome,
    ...(due && { due }),
    overdue: due !== undefined && due < until,
    requestedBy,
    requestedAt: requested.effective,
    ageMinutes: Math.max(0, Math.floor((Date.parse(until) - Date.parse(requested.effective)) / MINUTE)),
    ...(delegated && { delegatedTo: detailOf<ApprovalDelegated>(delegated).to }),
    state: answered && isAnswer(answered.outcome) ? answered.outcome : 'open',
    ...(answered && { decidedAt: answered.effective, decidedBy: answered.by }),
    ...(reason && { reason }),
  };
  return [{ view, ...(answered && { decidedRecorded: answered.recorded }) }];
}

function isAnswer(outcome: string): outcome is Exclude<ApprovalState, 'open'> {
  return outcome === 'granted' || outcome === 'refused' || outcome === 'lapsed';
}
