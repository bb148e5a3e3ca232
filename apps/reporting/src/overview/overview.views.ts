import {
  Amount,
  Code,
  Count,
  CurrencyCode,
  Decimal,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Optional,
  Text,
  ZoneName,
} from '@bw/contracts-base';
import { AtPoint } from '../reading/point.ts';

export const COLOURS = ['green', 'amber', 'red', 'unknown'] as const;
export type Colour = (typeof COLOURS)[number];

export const FAMILIES = ['schedule', 'cost', 'issues', 'risks', 'decisions'] as const;
export type Family = (typeof FAMILIES)[number];

/** Why a family of signs has its colour. */
export class ReasonView {
  @OneOf(...FAMILIES) readonly family!: Family;
  @OneOf(...COLOURS) readonly colour!: Colour;
  /** Stable, for programs; `text` is for people. */
  @Code() readonly code!: string;
  @Text(300) readonly text!: string;
  /** The figure that was judged, which `explain` opens. */
  @Code({ optional: true }) readonly figure?: string;
  @Id({ optional: true }) readonly planId?: string;
  @Decimal({ optional: true }) readonly value?: string;
  @Decimal({ optional: true }) readonly threshold?: string;
  @Count({ optional: true }) readonly count?: number;
}

/** The worst of its families. It gets worse at once, and better only when two data dates in a row are. */
export class HealthView {
  @OneOf(...COLOURS) readonly colour!: Colour;
  @ListOf(() => ReasonView, { max: 100 }) readonly reasons!: readonly ReasonView[];
}

/** A plan in a few figures. */
export class PlanLine {
  @Id() readonly planId!: string;
  @Text(200) readonly title!: string;
  @CurrencyCode() readonly currency!: string;
  @Instant({ optional: true }) readonly dataDate?: string;
  @Instant() readonly evaluatedAt!: string;
  @Id({ optional: true }) readonly baselineId?: string;
  @Amount({ optional: true }) readonly bac?: number;
  @Amount({ optional: true }) readonly pv?: number;
  @Amount({ optional: true }) readonly ev?: number;
  @Amount({ optional: true }) readonly ac?: number;
  /** By CPI. */
  @Amount({ optional: true }) readonly eac?: number;
  @Decimal({ optional: true }) readonly cpi?: string;
  @Decimal({ optional: true }) readonly spiT?: string;
  @Instant({ optional: true }) readonly baselineFinish?: string;
  /** Of the latest schedule run. */
  @Instant({ optional: true }) readonly forecastFinish?: string;
  /** Of earned schedule, by SPI(t). */
  @Instant({ optional: true }) readonly earnedFinish?: string;
}

export class IssueCounts {
  @Count() readonly severity1!: number;
  @Count() readonly severity2!: number;
  @Count() readonly severity3!: number;
  @Count() readonly severity4!: number;
  /** Clocks that have used up their target and still run. */
  @Count() readonly breachedClocks!: number;
}

export class RiskCounts {
  @Count() readonly open!: number;
  @Count() readonly aboveAppetite!: number;
}

export class DecisionCounts {
  @Count() readonly open!: number;
  @Count() readonly overdue!: number;
  @Instant({ optional: true }) readonly nextDue?: string;
}

/** An engagement in a line. */
export class EngagementLine {
  @Id() readonly engagementId!: string;
  @Id() readonly clientId!: string;
  @Text(200, { optional: true }) readonly clientName?: string;
  @Code({ max: 40 }) readonly code!: string;
  @Text(200) readonly title!: string;
  @CurrencyCode() readonly currency!: string;
  /** Whose civil days its dates are. */
  @ZoneName() readonly zone!: string;
  /** `none` where the point lies before its enquiry. */
  @Code() readonly state!: string;
  @Optional() @Instant() readonly since?: string;
  @Nested(() => HealthView) readonly health!: HealthView;
  @ListOf(() => PlanLine, { max: 100 }) readonly plans!: readonly PlanLine[];
  @Nested(() => IssueCounts) readonly issues!: IssueCounts;
  @Nested(() => RiskCounts) readonly risks!: RiskCounts;
  @Nested(() => DecisionCounts) readonly decisions!: DecisionCounts;
}

export class OverviewView extends AtPoint {
  @Nested(() => EngagementLine) readonly engagement!: EngagementLine;
}
