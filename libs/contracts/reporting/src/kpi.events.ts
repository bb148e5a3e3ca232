import {
  Code,
  Count,
  Decimal,
  EventContract,
  type FactsOf,
  Id,
  Instant,
  OneOf,
  Optional,
  Text,
} from '@bw/contracts-base';

/** Against its target and threshold; `unknown` where the figure has no value. */
export const KPI_STATES = ['met', 'watch', 'breached', 'unknown'] as const;
export type KpiState = (typeof KPI_STATES)[number];

class OfMeasurement {
  @Id() readonly measurementId!: string;
  /** As in the catalogue of key figures: K01. */
  @Code({ max: 10 }) readonly kpi!: string;
  @Id() readonly engagementId!: string;
  @Id({ optional: true }) readonly planId?: string;
}

@EventContract({
  type: 'reporting.KpiMeasured',
  version: 1,
  about: 'A key figure was measured at a point of both times. Its cut repeats the reading, its lineage proves it.',
})
export class KpiMeasured extends OfMeasurement {
  @Count({ min: 1, max: 10_000 }) readonly formulaVersion!: number;
  @Instant() readonly asOf!: string;
  /** What was known: the token that readings take as `cut`. */
  @Text(500) readonly cut!: string;
  /** Absent where the figure has none: then `undefinedReason` says why. */
  @Decimal({ optional: true }) readonly value?: string;
  @Code({ optional: true }) readonly undefinedReason?: string;
  @Decimal({ optional: true }) readonly target?: string;
  @Decimal({ optional: true }) readonly threshold?: string;
  @OneOf(...KPI_STATES) readonly status!: KpiState;
  /** Set hash of the facts that it was made from. */
  @Text(64) readonly lineage!: string;
}

@EventContract({
  type: 'reporting.KpiThresholdCrossed',
  version: 1,
  about: 'A key figure got worse than its threshold, with this measurement. Not said again while it stays there.',
})
export class KpiThresholdCrossed extends OfMeasurement {
  /** Of the issue that this raises; 1 is the worst. */
  @OneOf(1, 2, 3, 4) readonly severity!: 1 | 2 | 3 | 4;
  @Optional() @Decimal() readonly value?: string;
  @Decimal() readonly threshold!: string;
  @OneOf(...KPI_STATES) readonly status!: KpiState;
}

@EventContract({
  type: 'reporting.KpiRecovered',
  version: 1,
  about: 'A key figure that had crossed its threshold is on its good side again.',
})
export class KpiRecovered extends OfMeasurement {
  @Optional() @Decimal() readonly value?: string;
  @Decimal() readonly threshold!: string;
}

export type KpiEvent = FactsOf<{
  'reporting.KpiMeasured': KpiMeasured;
  'reporting.KpiThresholdCrossed': KpiThresholdCrossed;
  'reporting.KpiRecovered': KpiRecovered;
}>;
