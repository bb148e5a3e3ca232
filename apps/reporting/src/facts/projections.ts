import type { FactProjection } from '@bw/projections';
import { approvals } from '../decision-inbox/approvals.projection.ts';
import { earnedValue } from '../evm/evm.projection.ts';
import { issueClocks } from '../issue-clocks/issue-clocks.projection.ts';
import { engagements } from '../overview/engagements.projection.ts';
import { kpiValues } from '../kpi/kpis.projection.ts';
import { plans } from '../plan-activities/plan.projection.ts';
import { riskRegister } from '../register/register.projection.ts';

/** Everything that events say to the reading side: a line per read model. */
export const projections: readonly FactProjection[] = [
  engagements,
  approvals,
  plans,
  earnedValue,
  riskRegister,
  issueClocks,
  kpiValues,
];
