import { Injectable } from '@nestjs/common';
import type { ClientRegistered, EnquiryOpened } from '@bw/contracts-engagement';
import type { Id, Ratio } from '@bw/kernel';
import type { FormulaId } from '@bw/performance-engine';
import type { SeenDecision } from '@bw/projections';
import { DecisionInboxQuery } from '../decision-inbox/decision-inbox.query.ts';
import { type Measured, PerformanceQuery } from '../evm/performance.query.ts';
import { type PlanAsked, PlanReadings } from '../evm/plan-reading.ts';
import { IssueClocksQuery } from '../issue-clocks/issue-clocks.query.ts';
import type { IssueView } from '../issue-clocks/issue-clocks.views.ts';
import { type Asked, Readings } from '../reading/readings.ts';
import { valueOf } from '../reading/values.ts';
import { RegisterQuery } from '../register/register.query.ts';
import { healthOf, type JudgedIndex, USUAL_BOUNDS } from './health.ts';
import type { DecisionCounts, EngagementLine, IssueCounts, RiskCounts } from './overview.views.ts';
import { dateBefore, planLine } from './plan-line.ts';
import { END_OF_TIME, type TargetValue, targetsAt } from './promises.ts';

export type EngagementValue = EnquiryOpened;

/** A plan with its figures now, and at the data date before: health looks at both. */
interface JudgedPlan {
  readonly asked: PlanAsked;
  readonly now?: Measured;
  readonly before?: Measured;
}

/** Key figures that health judges, and the figure that each is. */
const JUDGED = [
  { kpi: 'K02', figure: 'SPI_T', family: 'schedule' },
  { kpi: 'K01', figure: 'CPI', family: 'cost' },
] as const;

/** Puts an engagement into one line, from the same readings that its own pages show. */
@Injectable()
export class EngagementLineQuery {
  constructor(
    private readonly readings: Readings,
    private readonly plans: PlanReadings,
    private readonly performances: PerformanceQuery,
    private readonly issues: IssueClocksQuery,
    private readonly register: RegisterQuery,
    private readonly inbox: DecisionInboxQuery,
  ) {}

  async line(asked: Asked, engagement: EngagementValue): Promise<EngagementLine> {
    const { engagementId, clientId, code, title, currency, zone } = engagement;
    const { reading, principal, point } = asked;
    const house = this.readings.house(principal, point);
    const [states, client, plans, issues, risks, decisions, targets] = await Promise.all([
      reading.decisions({ subject: engagementId, kinds: ['engagement'] }),
      house.levels({ subject: clientId, measures: ['client', 'client.profile'] }),
      this.#plans(asked, engagementId),
      this.issues.issues(reading, house, engagementId),
      this.register.risks(reading, engagementId),
      this.inbox.approvals(reading, engagementId),
      targetsAt(this.readings.ofEngagement(asked, engagementId, END_OF_TIME), engagementId, point.asOf),
    ]);
    const known = client.find(({ measure }) => measure === 'client.profile') ?? client[0];
    const open = risks.filter(({ state }) => state === 'open' || state === 'accepted');
    const signs = {
      issues: issueCounts(issues),
      risks: { open: open.length, aboveAppetite: open.filter(isUnborne).length } satisfies RiskCounts,
      decisions: decisionCounts(decisions),
    };
    return {
      engagementId,
      clientId,
      ...(known && { clientName: valueOf<Pick<ClientRegistered, 'name'>>(known).name }),
      code,
      title,
      currency,
      zone,
      ...stateOf(states),
      health: healthOf({ ...signs, indices: plans.flatMap((plan) => judgedIndices(plan, targets)) }),
      plans: await Promise.all(plans.map(({ asked: plan, now }) => planLine(plan, now))),
      ...signs,
    };
  }

  async #plans(asked: Asked, engagement: Id): Promise<readonly JudgedPlan[]> {
    const plans = await asked.reading.levels({ engagement, measures: ['plan'] });
    return Promise.all(
      plans.map(async ({ subject }) => {
        const plan = await this.plans.openAt(asked, subject);
        const earlier = await dateBefore(plan);
        const [now, before] = await Promise.all([
          this.performances.measure(plan, 1),
          earlier !== undefined && this.#measureAt(asked, subject, earlier),
        ]);
        return { asked: plan, ...(now && { now }), ...(before && { before }) };
      }),
    );
  }

  async #measureAt(asked: Asked, plan: Id, at: string): Promise<Measured | undefined> {
    return this.performances.measure(await this.plans.openAt(await this.readings.moved(asked, at), plan), 1);
  }
}

/** An accepted risk is borne by somebody: it does not weigh on the health. */
const isUnborne = ({
  state,
  current,
}: {
  readonly state: string;
  readonly current?: { readonly aboveAppetite: boolean };
}) => state === 'open' && current?.aboveAppetite === true;

function stateOf(decisions: readonly SeenDecision[]): Pick<EngagementLine, 'state' | 'since'> {
  const last = decisions.at(-1);
  return last ? { state: last.outcome, since: last.effective } : { state: 'none' };
}

function judgedIndices(
  { asked, now, before }: JudgedPlan,
  targets: ReadonlyMap<string, TargetValue>,
): readonly JudgedIndex[] {
  return JUDGED.map(({ kpi, figure, family }) => {
    const { target, threshold } = targets.get(kpi) ?? USUAL_BOUNDS;
    const [is, was] = [ratioOf(now, figure), ratioOf(before, figure)];
    return {
      family,
      figure,
      planId: asked.planId,
      bounds: { target, threshold },
      ...(is && { now: is }),
      ...(was && { before: was }),
    };
  });
}

function ratioOf(measured: Measured | undefined, id: FormulaId): Ratio | undefined {
  const figure = measured?.performance.figures[id];
  return figure?.unit === 'ratio' ? figure.ratio : undefined;
}

function issueCounts(issues: readonly IssueView[]): IssueCounts {
  const open = issues.filter(({ state }) => !['resolved', 'verified', 'cancelled'].includes(state));
  const of = (severity: number) => open.filter((issue) => issue.severity === severity).length;
  const breached = open.flatMap(({ clocks }) => clocks).filter(({ state }) => state.startsWith('breached'));
  return { severity1: of(1), severity2: of(2), severity3: of(3), severity4: of(4), breachedClocks: breached.length };
}

function decisionCounts(approvals: Awaited<ReturnType<DecisionInboxQuery['approvals']>>): DecisionCounts {
  const open = approvals.filter(({ state }) => state === 'open');
  const [nextDue] = open.flatMap(({ due }) => due ?? []).toSorted();
  return { open: open.length, overdue: open.filter(({ overdue }) => overdue).length, ...(nextDue && { nextDue }) };
}
