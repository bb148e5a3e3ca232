import { Code, Count, Decimal, Flag, Id, Instant, ListOf, OneOf, Text } from '@bw/contracts-base';
import { KPI_STATES, type KpiState } from '@bw/contracts-reporting';
import { AtPoint } from '../reading/point.ts';

export class KpisParameters {
  @Id() readonly engagement!: string;
}

/** What was agreed about a key figure, and how it stands. A line per plan once it was measured. */
export class KpiView {
  @Code({ max: 10 }) readonly kpi!: string;
  /** Absent for key figures that are not in use yet. */
  @Text(200, { optional: true }) readonly title?: string;
  /** Whether it can be measured already. */
  @Flag() readonly inUse!: boolean;
  /** The figure that explain knows. */
  @Code({ optional: true }) readonly figure?: string;
  @Count() readonly formulaVersion!: number;
  @Decimal() readonly target!: string;
  @Decimal() readonly threshold!: string;
  @OneOf('up', 'down') readonly direction!: 'up' | 'down';
  @Id({ optional: true }) readonly planId?: string;
  @Decimal({ optional: true }) readonly value?: string;
  @Code({ optional: true }) readonly undefinedReason?: string;
  @OneOf(...KPI_STATES, 'not-measured') readonly status!: KpiState | 'not-measured';
  /** When in the business the value was true, and the cut that repeats the reading. */
  @Instant({ optional: true }) readonly measuredAsOf?: string;
  @Text(500, { optional: true }) readonly cut?: string;
}

export class KpisView extends AtPoint {
  @ListOf(() => KpiView, { max: 1_000 }) readonly items!: readonly KpiView[];
}
