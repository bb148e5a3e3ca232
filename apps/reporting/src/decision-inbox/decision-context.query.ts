import { Injectable } from '@nestjs/common';
import type { ClientRegistered, EnquiryOpened } from '@bw/contracts-engagement';
import type { Id } from '@bw/kernel';
import type { Reading } from '@bw/projections';
import { rulingDecision } from '../evm/baselines.ts';
import type { BaselineDecision, BaselineValue, PlanValue } from '../evm/plan-values.ts';
import { detailOf, valueOf } from '../reading/values.ts';
import type { ApprovalView, ApprovalInContext, ImpactView } from './decision-inbox.views.ts';
import type { Asked } from './decision-inbox.query.ts';

type Named = Pick<ApprovalInContext, 'engagementCode' | 'engagementTitle' | 'clientName'>;

/** What somebody who decides wants to know besides: whose engagement it is, and what rules without a yes. */
@Injectable()
export class DecisionContextQuery {
  /** The house knows the clients, which belong to no engagement. */
  async withContext(
    reading: Reading,
    house: Reading,
    approvals: readonly Asked<ApprovalView>[],
  ): Promise<readonly ApprovalInContext[]> {
    const plans = [...new Set(approvals.flatMap(({ view }) => view.planId ?? []))];
    const [names, titles, ruling] = await Promise.all([
      namesOf(reading, house, [...new Set(approvals.map(({ view }) => view.engagementId))]),
      titlesOf(reading, plans),
      rulingBefore(reading, approvals),
    ]);
    return approvals.map(({ view }) => {
      const planTitle = view.planId && titles.get(view.planId);
      const before = ruling.get(view.approvalId);
      return { ...view, ...names.get(view.engagementId), ...(planTitle && { planTitle }), ...(before && { before }) };
    });
  }
}

async function namesOf(reading: Reading, house: Reading, ids: readonly Id[]): Promise<ReadonlyMap<Id, Named>> {
  if (ids.length === 0) return new Map();
  const engagements = (await reading.levels({ subjects: ids, measures: ['engagement'] })).map((level) =>
    valueOf<EnquiryOpened>(level),
  );
  const clients = [...new Set(engagements.map(({ clientId }) => clientId))];
  const profiles = await house.levels({ subjects: clients, measures: ['client', 'client.profile'] });
  const nameOf = (client: Id): string | undefined => {
    const own = profiles.filter(({ subject }) => subject === client);
    const profile = own.find(({ measure }) => measure === 'client.profile') ?? own[0];
    return profile && valueOf<Pick<ClientRegistered, 'name'>>(profile).name;
  };
  return new Map(
    engagements.map(({ engagementId, clientId, code, title }) => {
      const clientName = nameOf(clientId);
      return [engagementId, { engagementCode: code, engagementTitle: title, ...(clientName && { clientName }) }];
    }),
  );
}

async function titlesOf(reading: Reading, plans: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (plans.length === 0) return new Map();
  const levels = await reading.levels({ subjects: plans, measures: ['plan'] });
  return new Map(levels.map((level) => [level.subject, valueOf<PlanValue>(level).title]));
}

/** By approval: the totals of the baseline that rules the plan until this one is approved. */
async function rulingBefore(
  reading: Reading,
  approvals: readonly Asked<ApprovalView>[],
): Promise<ReadonlyMap<Id, ImpactView>> {
  const plans = [...new Set(approvals.flatMap(({ view }) => view.planId ?? []))];
  if (plans.length === 0) return new Map();
  const decisions = await reading.decisions({ subjects: plans, kinds: ['baseline'] });
  const ruling = approvals.flatMap(({ view: { approvalId, planId, subject }, decidedRecorded }) => {
    const before = rulingDecision(
      decisions.filter(
        (decision) =>
          decision.subject === planId &&
          detailOf<BaselineDecision>(decision).baselineId !== subject &&
          (decidedRecorded === undefined || decision.recorded <= decidedRecorded),
      ),
    );
    return before ? [[approvalId, detailOf<BaselineDecision>(before).baselineId] as const] : [];
  });
  if (ruling.length === 0) return new Map();
  const subjects = [...new Set(ruling.map(([, baseline]) => baseline))];
  const captured = await reading.levels({ subjects, measures: ['baseline'] });
  const impacts = new Map(captured.map((level) => [level.subject, impactOf(valueOf<BaselineValue>(level))]));
  return new Map(
    ruling.flatMap(([approval, baseline]) => {
      const impact = impacts.get(baseline);
      return impact ? [[approval, impact]] : [];
    }),
  );
}

function impactOf({ currency, totals: { bac, start, finish, activities } }: BaselineValue): ImpactView {
  return { bac, currency, start, finish, activities };
}
