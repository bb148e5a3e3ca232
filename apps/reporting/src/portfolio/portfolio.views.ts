import { ListOf, Text } from '@bw/contracts-base';
import { EngagementLine } from '../overview/overview.views.ts';
import { AtPoint } from '../reading/point.ts';

export class PortfolioView extends AtPoint {
  /** By code. */
  @ListOf(() => EngagementLine, { max: 200 }) readonly items!: readonly EngagementLine[];
  @Text(500, { optional: true }) readonly next?: string;
}
