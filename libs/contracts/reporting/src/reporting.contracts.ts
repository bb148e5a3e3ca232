import { contractSet } from '@bw/contracts-base';
import { type KpiEvent, KpiMeasured, KpiRecovered, KpiThresholdCrossed } from './kpi.events.ts';
import { reportingSamples } from './reporting.samples.ts';

/** Whatever the reporting service's log can hold. */
export type ReportingEvent = KpiEvent;

export const reportingContracts = contractSet(
  'reporting',
  [KpiMeasured, KpiThresholdCrossed, KpiRecovered],
  reportingSamples,
);
