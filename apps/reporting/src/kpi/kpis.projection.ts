import type { KpiEvent } from '@bw/contracts-reporting';
import { factProjection } from '@bw/projections';
import { json, level, ofEngagement } from '../facts/telling.ts';

/** Measured key figures. That a threshold was crossed is told by their status. */
export const kpiValues = factProjection<KpiEvent>(
  { name: 'kpis', version: 1 },
  {
    'reporting.KpiMeasured': ({ engagementId, ...data }) =>
      ofEngagement(engagementId, level(`${engagementId}/${data.planId ?? ''}/${data.kpi}`, 'kpi.value', json(data))),
  },
);
