import type { Principal } from '@bw/service-shell';
import type { Wanted } from '@bw/projections';
import { Baselines } from '../evm/baselines.ts';
import { EvmQuery } from '../evm/evm.query.ts';
import { PerformanceQuery } from '../evm/performance.query.ts';
import { PlanReadings } from '../evm/plan-reading.ts';
import { ExplainQuery } from '../explain/explain.query.ts';
import { FeedQuery } from '../facts/feed.query.ts';
import { RestatementsQuery } from '../restatements/restatements.query.ts';
import { director, type House } from './house.ts';
import { PLAN } from './plan-story.ts';

/** The readings of plans, put together as the modules do. */
export function planDesk(house: House) {
  const performances = new PerformanceQuery();
  const plans = new PlanReadings(house.readings, new Baselines());
  const feed = new FeedQuery(house.database);
  return {
    plans,
    performances,
    evm: new EvmQuery(performances),
    explain: new ExplainQuery(performances, feed),
    restatements: new RestatementsQuery(performances, feed),
    open: (wanted: Wanted = {}, principal: Principal = director, plan = PLAN) => plans.open(principal, wanted, plan),
  };
}
