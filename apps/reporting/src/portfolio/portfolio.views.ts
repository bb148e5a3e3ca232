import { Decimal, Id, Instant, ListOf, Text } from '@bw/contracts-base';
import { EngagementLine } from '../overview/overview.views.ts';
import { AtPoint } from '../reading/point.ts';

export class PortfolioView extends AtPoint {
  /** By code. */
  @ListOf(() => EngagementLine, { max: 200 }) readonly items!: readonly EngagementLine[];
  @Text(500, { optional: true }) readonly next?: string;
}

/** The indices at one data date; absent where they had no value. */
export class TrendPoint {
  @Instant() readonly at!: string;
  @Decimal({ optional: true }) readonly cpi?: string;
  @Decimal({ optional: true }) readonly spiT?: string;
}

/** How a plan went over its last data dates, all as known at the point. */
export class PlanTrend {
  @Id() readonly engagementId!: string;
  @Id() readonly planId!: string;
  @ListOf(() => TrendPoint, { max: 100 }) readonly points!: readonly TrendPoint[];
}

export class TrendsView extends AtPoint {
  @ListOf(() => PlanTrend, { max: 20_000 }) readonly items!: readonly PlanTrend[];
  @Text(500, { optional: true }) readonly next?: string;
}
