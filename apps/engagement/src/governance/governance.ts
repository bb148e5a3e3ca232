import type {
  DelegationSet,
  EscalationPolicyAgreed,
  KpiTargetAgreed,
  ServiceLevelAgreed,
  Severity,
} from '@bw/contracts-engagement';
import { contentHash } from '../content-hash.ts';

/** How one engagement is steered. There from the start, empty: its stream is named after the engagement. */
export interface Governance {
  readonly status: 'draft' | 'agreed' | 'amended';
  /** How often it was agreed. */
  readonly version: number;
  readonly kpiTargets: readonly KpiTargetAgreed[];
  readonly serviceLevels: readonly ServiceLevelAgreed[];
  readonly policy?: EscalationPolicyAgreed;
  readonly delegations: readonly DelegationSet[];
}

/** As much of it as the escalation path is judged by. */
type Promised = Pick<Governance, 'serviceLevels' | 'policy'>;

/** Severities with a service level but without a path to climb. */
export function severitiesWithoutPath({ serviceLevels, policy }: Promised): readonly Severity[] {
  const promised = serviceLevels.map(({ severity }) => severity);
  return promised.filter((severity) => !policy?.severities.includes(severity)).toSorted((a, b) => a - b);
}

/** Severities whose service level counts hours in which no level of the path can be reached. */
export function severitiesWithoutHours({ serviceLevels, policy }: Promised): readonly Severity[] {
  const levels = policy?.levels ?? [];
  return serviceLevels
    .filter(
      ({ calendarId }) => !levels.some((level) => level.calendarId === undefined || level.calendarId === calendarId),
    )
    .map(({ severity }) => severity);
}

export function governanceHash({ kpiTargets, serviceLevels, policy, delegations }: Governance): string {
  return contentHash({ kpiTargets, serviceLevels, policy, delegations });
}
