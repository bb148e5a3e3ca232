import { Injectable } from '@nestjs/common';
import type { Instant } from '@bw/kernel';
import { type Contribution, evaluate } from '@bw/performance-engine';
import { FlowHistories, LevelHistories } from '@bw/projections';
import { instantOf, minuteOf } from '@bw/working-time';
import { lastOf, valueOf } from '../reading/values.ts';
import type { KnownBaseline } from './baselines.ts';
import type {
  ContributionsView,
  ContributionView,
  EvmView,
  PlanAtPoint,
  PlannedPoint,
  PlannedValueView,
  SeriesPoint,
  SeriesView,
} from './evm.views.ts';
import { figureView, formulaIds, undefinedFigure } from './figure.ts';
import { costOf, type Measured, PerformanceQuery, progressOf, PROJECT_COST } from './performance.query.ts';
import type { PlanAsked } from './plan-reading.ts';

/** Points of the planned curve. */
const CURVE_POINTS = 120;

@Injectable()
export class EvmQuery {
  constructor(private readonly performances: PerformanceQuery) {}

  async figures(asked: PlanAsked, esStepMinutes: number): Promise<EvmView> {
    const measured = await this.performances.measure(asked, esStepMinutes);
    const { currency } = asked.plan;
    return {
      ...planAtPoint(asked),
      esStepMinutes,
      figures: formulaIds.map((id) =>
        measured ? figureView(id, measured.performance.figures[id], currency) : undefinedFigure(id, 'NO_BASELINE'),
      ),
      findings: measured?.performance.findings ?? [],
      lineage: measured?.lineage ?? '0'.repeat(32),
    };
  }

  async contributions(asked: PlanAsked, esStepMinutes: number): Promise<ContributionsView> {
    const measured = await this.performances.measure(asked, esStepMinutes);
    const contributions = measured ? contributionViews(measured) : [];
    const sum = (of: (line: ContributionView) => number) => contributions.reduce((total, line) => total + of(line), 0);
    return {
      ...planAtPoint(asked),
      esStepMinutes,
      bac: sum(({ bac }) => bac),
      pv: sum(({ pv }) => pv),
      ev: sum(({ ev }) => ev),
      ac: sum(({ ac }) => ac),
      contributions,
    };
  }

  /** All figures at every data date, as known at the cut. */
  async series(asked: PlanAsked, esStepMinutes: number): Promise<SeriesView> {
    const { baseline, plan } = asked;
    const dates = await dataDates(asked);
    return {
      ...planAtPoint(asked),
      esStepMinutes,
      points: baseline ? await pointsAt(asked, baseline, { dates, esStepMinutes, currency: plan.currency }) : [],
      planned: baseline ? plannedCurve(baseline, dates) : [],
    };
  }

  /** The last data dates only: a trend in the small. */
  async recent(asked: PlanAsked, { esStepMinutes, last }: Recent): Promise<readonly SeriesPoint[]> {
    const { baseline, plan } = asked;
    if (!baseline) return [];
    const dates = (await dataDates(asked)).slice(-last);
    return pointsAt(asked, baseline, { dates, esStepMinutes, currency: plan.currency });
  }

  async plannedValue(asked: PlanAsked, at?: readonly Instant[]): Promise<PlannedValueView> {
    const { baseline } = asked;
    if (!baseline) return { ...planAtPoint(asked), cells: [] };
    const codes = new Map(baseline.lines.map(({ activityId, code }) => [activityId, code]));
    const instants = at ?? (await dataDates(asked));
    const { baselineId, captured } = baseline;
    const { dataDate, projectStart, totals } = captured;
    return {
      ...planAtPoint(asked),
      baseline: { baselineId, dataDate, projectStart, ...totals },
      cells: instants.flatMap((instant) =>
        baseline.plannedValue.cellsAt(instant).map((cell) => ({ ...cell, code: codes.get(cell.activityId) ?? '' })),
      ),
    };
  }
}

interface Recent {
  readonly esStepMinutes: number;
  readonly last: number;
}

export function planAtPoint({
  view,
  planId,
  engagement,
  plan,
  dataDate,
  evaluatedAt,
  baseline,
}: PlanAsked): PlanAtPoint {
  return {
    point: view,
    planId,
    engagementId: engagement,
    title: plan.title,
    currency: plan.currency,
    zone: plan.zone,
    ...(dataDate !== undefined && { dataDate }),
    evaluatedAt,
    ...(baseline && { baselineId: baseline.baselineId }),
  };
}

/** Each activity with what it adds and the events that say so. */
export function contributionViews({ performance, baseline, progress, costs }: Measured): readonly ContributionView[] {
  const lines = new Map(baseline.lines.map((line) => [line.activityId, line]));
  const progressEvents = new Map(progress.map(({ subject, event }) => [lastOf(subject), event]));
  const costFacts = new Map(costs.map(({ subject = '', count }) => [lastOf(subject), count]));
  return performance.contributions.map((contribution: Contribution) => {
    const line = lines.get(contribution.activityId);
    const progressEvent = progressEvents.get(contribution.activityId);
    return {
      ...contribution,
      ...(line && { code: line.code, wbs: line.wbs, name: line.name, baselineEvent: line.event }),
      ...(progressEvent && { progressEvent }),
      costFacts: costFacts.get(contribution.activityId) ?? 0,
    };
  });
}

/** Data dates known at the cut, up to the evaluation, once each. */
export async function dataDates({ reading, planId, evaluatedAt }: PlanAsked): Promise<readonly Instant[]> {
  const known = await reading.levelHistory({ subject: planId, measures: ['plan.data-date'] });
  const dates = known.map((level) => valueOf<Instant>(level)).filter((date) => date <= evaluatedAt);
  return [...new Set(dates)].toSorted();
}

interface Curve {
  readonly dates: readonly Instant[];
  readonly esStepMinutes: number;
  readonly currency: string;
}

async function pointsAt(asked: PlanAsked, baseline: KnownBaseline, curve: Curve): Promise<readonly SeriesPoint[]> {
  const { evaluation, planId } = asked;
  const [history, flows] = await Promise.all([
    evaluation.levelHistory({ within: planId, measures: ['progress'] }),
    evaluation.flows({ within: planId, measures: [PROJECT_COST] }),
  ]);
  const [progress, costs] = [new LevelHistories(history), new FlowHistories(flows)];
  return curve.dates.map((at) => {
    const { figures } = evaluate(baseline.forFigures, {
      at,
      progress: progress.at(at).map(progressOf),
      costs: [...costs.at(at)].map(([subject, amount]) => costOf(subject, amount)),
      esStepMinutes: curve.esStepMinutes,
    });
    return { at, figures: formulaIds.map((id) => figureView(id, figures[id], curve.currency)) };
  });
}

/** Evenly spread over the baseline, and at every data date, so that the curves can be laid over each other. */
function plannedCurve({ captured, plannedValue }: KnownBaseline, dates: readonly Instant[]): readonly PlannedPoint[] {
  const [from, to] = [minuteOf(captured.projectStart), minuteOf(captured.totals.finish)];
  const even = Array.from({ length: CURVE_POINTS + 1 }, (_, index) =>
    instantOf(Math.round(from + ((to - from) * index) / CURVE_POINTS)),
  );
  const at = [...new Set([...even, ...dates])].toSorted();
  return plannedValue.series(at).map((pv, index) => ({ at: at[index] ?? captured.projectStart, pv }));
}
