import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@bw/kernel';
import type { Reading, Wanted } from '@bw/projections';
import { Problem, type Principal } from '@bw/service-shell';
import { type Asked, Readings } from '../reading/readings.ts';
import { valueOf } from '../reading/values.ts';
import { Baselines, type KnownBaseline } from './baselines.ts';
import type { PlanValue } from './plan-values.ts';

/** A plan as somebody asked for it, with what its figures stand on. */
export interface PlanAsked extends Asked {
  readonly planId: Id;
  readonly plan: PlanValue;
  readonly engagement: Id;
  /** Up to when actuals are known. */
  readonly dataDate?: Instant;
  /** The earlier of `asOf` and the data date known at the cut: nothing runs on after it. */
  readonly evaluatedAt: Instant;
  /** Facts of the plan's engagement, effective up to the evaluation. */
  readonly evaluation: Reading;
  readonly baseline?: KnownBaseline;
}

@Injectable()
export class PlanReadings {
  constructor(
    private readonly readings: Readings,
    private readonly baselines: Baselines,
  ) {}

  /** 404 for a plan that is unknown at the point, or unknown to the caller. */
  async open(principal: Principal, wanted: Wanted, planId: Id): Promise<PlanAsked> {
    return this.openAt(await this.readings.open(principal, wanted), planId);
  }

  async openAt(asked: Asked, planId: Id): Promise<PlanAsked> {
    const { reading, point, principal } = asked;
    const [plan, dataDateLevel] = await Promise.all([
      reading.levels({ subject: planId, measures: ['plan'] }),
      reading.levels({ subject: planId, measures: ['plan.data-date'] }),
    ]);
    const [level] = plan;
    if (!level?.engagement)
      throw new Problem({ code: 'NOT_FOUND', detail: `There is no plan ${planId} that you know of.` });
    const { engagement } = level;
    const [dateLevel] = dataDateLevel;
    const dataDate = dateLevel && valueOf<Instant>(dateLevel);
    const evaluatedAt = dataDate !== undefined && dataDate < point.asOf ? dataDate : point.asOf;
    const evaluation = this.readings.ofEngagement(asked, engagement, evaluatedAt);
    const house = this.readings.house(principal, point);
    const baseline = await this.baselines.ruling(evaluation, house, principal.tenant, planId);
    return {
      ...asked,
      planId,
      plan: valueOf<PlanValue>(level),
      engagement,
      ...(dataDate !== undefined && { dataDate }),
      evaluatedAt,
      evaluation,
      ...(baseline && { baseline }),
    };
  }
}
