/** How a plan went over its last data dates, as `portfolio/trends` gives it. */
export interface PlanTrend {
  readonly engagementId: string;
  readonly planId: string;
  readonly points: readonly { readonly at: string; readonly cpi?: string; readonly spiT?: string }[];
}

export type Trends = ReadonlyMap<string, PlanTrend['points']>;

export const trendsByPlan = (trends: readonly PlanTrend[]): Trends =>
  new Map(trends.map(({ planId, points }) => [planId, points]));
