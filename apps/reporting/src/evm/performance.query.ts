import { Injectable } from '@nestjs/common';
import type { Instant } from '@bw/kernel';
import { type ActivityCost, type ActivityProgress, evaluate, type Performance } from '@bw/performance-engine';
import { type FlowSum, joinLineages, lineageHash, lineageOf, type SeenLevel } from '@bw/projections';
import { lastOf, valueOf } from '../reading/values.ts';
import type { KnownBaseline } from './baselines.ts';
import type { PlanAsked } from './plan-reading.ts';
import type { ProgressValue } from './plan-values.ts';

/** Cost of the client's project. What the work costs the provider is never part of a plan's performance. */
export const PROJECT_COST = 'cost.project';

/** A plan's performance, and the facts that it was made from. */
export interface Measured {
  readonly performance: Performance;
  readonly baseline: KnownBaseline;
  readonly progress: readonly SeenLevel[];
  readonly costs: readonly FlowSum[];
  /** Set hash of everything above. */
  readonly lineage: string;
}

/** Computes performance from the facts at the evaluation point: nothing is stored that could be computed anew. */
@Injectable()
export class PerformanceQuery {
  /** Undefined where no baseline was approved yet. */
  async measure(
    { evaluation, planId, baseline, evaluatedAt }: PlanAsked,
    esStepMinutes: number,
  ): Promise<Measured | undefined> {
    if (!baseline) return undefined;
    const [progress, costs] = await Promise.all([
      evaluation.levels({ within: planId, measures: ['progress'] }),
      evaluation.flowSums({ within: planId, measures: [PROJECT_COST] }),
    ]);
    const performance = evaluate(baseline.forFigures, {
      at: evaluatedAt,
      progress: progress.map(progressOf),
      costs: costs.map(({ subject = '', amount }) => costOf(subject, amount)),
      esStepMinutes,
    });
    const lineage = joinLineages([
      baseline.lineage,
      lineageOf(progress.map(({ event, n }) => lineageHash(event, n))),
      ...costs.map((cost) => cost.lineage),
    ]);
    return { performance, baseline, progress, costs, lineage };
  }
}

export function progressOf(level: SeenLevel): ActivityProgress {
  const { actualStart, actualFinish, actualDuration, remainingDuration } = valueOf<ProgressValue>(level);
  return {
    activityId: lastOf(level.subject),
    actualMinutes: actualDuration,
    remainingMinutes: remainingDuration,
    ...(actualStart && { actualStart }),
    ...(actualFinish && { actualFinish }),
  };
}

export const costOf = (subject: string, amount: number): ActivityCost => ({ activityId: lastOf(subject), amount });

/** Performance at many instants of one reading, from histories. */
export interface EvaluatedAt {
  readonly at: Instant;
  readonly performance: Performance;
}
