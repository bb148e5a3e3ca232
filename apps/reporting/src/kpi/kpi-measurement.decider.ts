import type { KpiEvent, KpiMeasured, KpiState } from '@bw/contracts-reporting';
import { accept, type Decider, type Id, type Instant, type Issued } from '@bw/kernel';
import { type Agreed, judge } from './kpi.judgement.ts';

/** A key figure of a plan was read at a point of both times. */
export interface MeasureKpi {
  readonly type: 'MeasureKpi';
  readonly data: {
    readonly measurementId: Id;
    readonly kpi: string;
    readonly engagementId: Id;
    readonly planId: Id;
    readonly formulaVersion: number;
    readonly asOf: Instant;
    readonly cut: string;
    readonly value?: string;
    readonly undefinedReason?: string;
    readonly lineage: string;
    readonly agreed: Agreed & { readonly severity: 1 | 2 | 3 | 4 };
  };
  readonly issued: Issued;
}

interface Measured {
  readonly last?: Pick<
    KpiMeasured,
    'asOf' | 'value' | 'undefinedReason' | 'status' | 'lineage' | 'target' | 'threshold'
  >;
  /** Beyond its threshold, and said so. */
  readonly crossed: boolean;
}

/** Says a measurement when it says something new, and a crossed threshold once until the figure has recovered. */
export const kpiMeasurement: Decider<Measured, MeasureKpi, KpiEvent, never> = {
  initial: { crossed: false },

  decide({ data }, { last, crossed }) {
    const { agreed, value, ...reading } = data;
    const { target, threshold, severity } = agreed;
    const status = judge(value, agreed);
    const given = { ...(value !== undefined && { value }) };
    const measured = { ...reading, ...given, target, threshold, status };
    if (last && isSame(last, measured)) return accept();

    const effective = { at: data.asOf };
    const { measurementId, kpi, engagementId, planId } = data;
    const of = { measurementId, kpi, engagementId, planId };
    return accept<KpiEvent>(
      { type: 'reporting.KpiMeasured', data: measured, effective },
      ...(status === 'breached' && !crossed
        ? [
            {
              type: 'reporting.KpiThresholdCrossed',
              data: { ...of, ...given, severity, threshold, status },
              effective,
            } as const,
          ]
        : []),
      ...(crossed && isGood(status)
        ? [{ type: 'reporting.KpiRecovered', data: { ...of, ...given, threshold }, effective } as const]
        : []),
    );
  },

  evolve(state, event) {
    switch (event.type) {
      case 'reporting.KpiMeasured':
        return { ...state, last: event.data };
      case 'reporting.KpiThresholdCrossed':
        return { ...state, crossed: true };
      case 'reporting.KpiRecovered':
        return { ...state, crossed: false };
    }
  },
};

const isGood = (status: KpiState): boolean => status === 'met' || status === 'watch';

const TOLD = ['asOf', 'value', 'undefinedReason', 'status', 'lineage', 'target', 'threshold'] as const;

function isSame(last: NonNullable<Measured['last']>, now: NonNullable<Measured['last']>): boolean {
  return TOLD.every((name) => last[name] === now[name]);
}
