import { Count, Id, ListOf, Nested, OneOf, Picked, Without } from '@bw/contracts-base';
import {
  DelegationSet,
  EscalationPolicyAgreed,
  GovernanceAmended,
  KpiTargetAgreed,
  ServiceLevelAgreed,
} from '@bw/contracts-engagement';

export class KpiTargetBody extends Without(KpiTargetAgreed, 'engagementId', 'kpi') {}
export class ServiceLevelBody extends Without(ServiceLevelAgreed, 'engagementId', 'severity') {}
export class EscalationPolicyBody extends Without(EscalationPolicyAgreed, 'engagementId') {}
export class DelegationBody extends Without(DelegationSet, 'engagementId', 'delegationId') {}
export class AmendBody extends Picked(GovernanceAmended, 'reason') {}

export class GovernanceView {
  @Id() readonly engagementId!: string;
  @OneOf('draft', 'agreed', 'amended') readonly status!: 'draft' | 'agreed' | 'amended';
  /** How often it was agreed. */
  @Count() readonly agreedVersion!: number;
  @Count() readonly version!: number;
  @ListOf(() => KpiTargetAgreed, { max: 200 }) readonly kpiTargets!: readonly KpiTargetAgreed[];
  @ListOf(() => ServiceLevelAgreed, { max: 4 }) readonly serviceLevels!: readonly ServiceLevelAgreed[];
  @Nested(() => EscalationPolicyAgreed, { optional: true }) readonly escalationPolicy?: EscalationPolicyAgreed;
  @ListOf(() => DelegationSet, { max: 200 }) readonly delegations!: readonly DelegationSet[];
}
