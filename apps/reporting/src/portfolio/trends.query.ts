import { Injectable } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import { EvmQuery } from '../evm/evm.query.ts';
import type { SeriesPoint } from '../evm/evm.views.ts';
import { PlanReadings } from '../evm/plan-reading.ts';
import type { Asked } from '../reading/readings.ts';
import type { PlanTrend, TrendPoint } from './portfolio.views.ts';

/** About a quarter of weekly data dates. */
const LAST = 13;

/** The indices of plans over their last data dates: enough for a small picture beside each line. */
@Injectable()
export class TrendsQuery {
  constructor(
    private readonly plans: PlanReadings,
    private readonly evm: EvmQuery,
  ) {}

  async ofEngagement(asked: Asked, engagementId: Id): Promise<readonly PlanTrend[]> {
    const plans = await asked.reading.levels({ engagement: engagementId, measures: ['plan'] });
    return Promise.all(
      plans.map(async ({ subject: planId }) => {
        const plan = await this.plans.openAt(asked, planId);
        const points = await this.evm.recent(plan, { esStepMinutes: 1, last: LAST });
        return { engagementId, planId, points: points.map(trendPoint) };
      }),
    );
  }
}

function trendPoint({ at, figures }: SeriesPoint): TrendPoint {
  const valueOf = (id: string) => figures.find((figure) => figure.id === id)?.value;
  const [cpi, spiT] = [valueOf('CPI'), valueOf('SPI_T')];
  return { at, ...(cpi !== undefined && { cpi }), ...(spiT !== undefined && { spiT }) };
}
