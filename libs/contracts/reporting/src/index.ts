/** The facts of the reporting service: what was measured, and what that says about a promise. */
export {
  KPI_STATES,
  type KpiEvent,
  KpiMeasured,
  KpiRecovered,
  type KpiState,
  KpiThresholdCrossed,
} from './kpi.events.ts';
export { reportingContracts, type ReportingEvent } from './reporting.contracts.ts';
export { REPORTING_SAMPLE_IDS, reportingSamples } from './reporting.samples.ts';
