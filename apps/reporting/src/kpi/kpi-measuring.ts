import { Injectable } from '@nestjs/common';
import type { KpiEvent } from '@bw/contracts-reporting';
import { Clock, Commands, derivedId, type StreamKind } from '@bw/event-store';
import type { Id, Instant } from '@bw/kernel';
import type { SeenLevel } from '@bw/projections';
import type { Principal } from '@bw/service-shell';
import { figureView, undefinedFigure } from '../evm/figure.ts';
import { PerformanceQuery } from '../evm/performance.query.ts';
import { type PlanAsked, PlanReadings } from '../evm/plan-reading.ts';
import { type Asked, Readings } from '../reading/readings.ts';
import { valueOf } from '../reading/values.ts';
import { kpiMeasurement, type MeasureKpi } from './kpi-measurement.decider.ts';
import { type KeyFigure, keyFigureOf } from './kpi.catalogue.ts';

/** Earned schedule to the minute, as the product shows it. */
const ES_STEP = 1;

export const measurements: StreamKind<Parameters<typeof kpiMeasurement.evolve>[0], MeasureKpi, KpiEvent, never> = {
  prefix: 'kpm-',
  decider: kpiMeasurement,
};

/** What a target says, as the projection of engagements wrote it. */
export interface TargetValue {
  readonly kpi: string;
  readonly formulaVersion: number;
  readonly target: string;
  readonly threshold: string;
  readonly direction: 'up' | 'down';
  readonly severity: 1 | 2 | 3 | 4;
}

export interface Measuring {
  readonly tenant: Id;
  readonly engagement: Id;
  /** The event that asks for it must have been folded. */
  readonly minPosition: string;
  readonly causation: Id;
  readonly correlation: Id;
  readonly notBefore: Instant;
}

/** Reads the key figures that an engagement has targets for, of each of its plans, and records what is new. */
@Injectable()
export class KpiMeasuring {
  constructor(
    private readonly readings: Readings,
    private readonly plans: PlanReadings,
    private readonly performances: PerformanceQuery,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  /** Throws `NotYet` where the event is not folded yet: the timer tries again. */
  async measure(wanted: Measuring): Promise<void> {
    const asked = await this.readings.open(house(wanted.tenant), { minPosition: wanted.minPosition });
    const { engagement } = wanted;
    const [targets, plans] = await Promise.all([
      asked.reading.levels({ engagement, measures: ['kpi-target'] }),
      asked.reading.levels({ engagement, measures: ['plan'] }),
    ]);
    if (targets.length === 0) return;
    for (const plan of plans) await this.#measurePlan(wanted, asked, { plan, targets });
  }

  async #measurePlan(
    wanted: Measuring,
    asked: Asked,
    { plan, targets }: { readonly plan: SeenLevel; readonly targets: readonly SeenLevel[] },
  ): Promise<void> {
    const opened = await this.plans.openAt(asked, plan.subject);
    if (opened.dataDate === undefined) return; // nothing was reported yet: there is nothing to measure against a target
    const measured = await this.performances.measure(opened, ES_STEP);
    for (const target of targets) {
      const agreed = valueOf<TargetValue>(target);
      const figure = keyFigureOf(agreed.kpi);
      if (!figure) continue; // agreed, but not in use yet: it has no value
      const read = measured
        ? figureView(figure.formula, measured.performance.figures[figure.formula], opened.plan.currency)
        : undefinedFigure(figure.formula, 'NO_BASELINE');
      await this.#record(wanted, opened, { figure, agreed, read, lineage: measured?.lineage ?? '0'.repeat(32) });
    }
  }

  async #record(wanted: Measuring, { planId, evaluatedAt, view }: PlanAsked, told: Told): Promise<void> {
    const { tenant, engagement, causation, correlation, notBefore } = wanted;
    const { figure, agreed, read, lineage } = told;
    const { kpi } = figure;
    const stream = derivedId(tenant, 'kpi', planId, kpi);
    const command = derivedId(causation, 'measure', planId, kpi);
    const at = this.clock.now();
    const data = {
      measurementId: derivedId(command, 'measurement'),
      kpi,
      engagementId: engagement,
      planId,
      formulaVersion: read.formulaVersion,
      asOf: evaluatedAt,
      cut: view.cut,
      lineage,
      agreed,
      ...(read.value !== undefined && { value: read.value }),
      ...(read.undefinedReason !== undefined && { undefinedReason: read.undefinedReason }),
    };
    const issued = {
      at,
      effective: { at: evaluatedAt },
      tenant,
      actor: 'system:reporting',
      command,
      correlation,
      causation,
      notBefore,
    };
    await this.commands.run(measurements, { id: stream, engagement }, { type: 'MeasureKpi', data, issued }, issued);
  }
}

interface Told {
  readonly figure: KeyFigure;
  readonly agreed: TargetValue;
  readonly read: { readonly formulaVersion: number; readonly value?: string; readonly undefinedReason?: string };
  readonly lineage: string;
}

/** The house itself reads like a director: everything of the tenant. */
function house(tenant: Id): Principal {
  const membership = { id: tenant, party: 'provider', roles: ['director'], from: '0001-01-01' } as const;
  return { user: tenant, tenant, isTenantAdmin: false, memberships: [membership] };
}
