import { sample } from '@bw/contracts-base';
import { KpiMeasured, KpiRecovered, KpiThresholdCrossed } from './kpi.events.ts';

/** The things that the samples speak of. */
export const REPORTING_SAMPLE_IDS = {
  measurementId: '0193c1a0-0000-7000-8000-000000009001',
  engagementId: '0193c1a0-0000-7000-8000-00000000e001',
  planId: '0193c1a0-0000-7000-8000-000000005001',
} as const;

const ofMeasurement = { ...REPORTING_SAMPLE_IDS, kpi: 'K02' };

export const reportingSamples = [
  sample(KpiMeasured, {
    ...ofMeasurement,
    formulaVersion: 1,
    asOf: '2010-08-12T15:00:00.000Z',
    cut: 'e120.p12.r88.s4711',
    value: '0.8742000000',
    target: '1',
    threshold: '0.9',
    status: 'breached',
    lineage: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  }),
  sample(KpiThresholdCrossed, {
    ...ofMeasurement,
    severity: 2,
    value: '0.8742000000',
    threshold: '0.9',
    status: 'breached',
  }),
  sample(KpiRecovered, { ...ofMeasurement, value: '0.9312000000', threshold: '0.9' }),
];
