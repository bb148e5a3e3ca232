import {
  Amount,
  BasisPoints,
  CivilDay,
  Code,
  Count,
  CurrencyCode,
  Decimal,
  EventContract,
  type FactsOf,
  Hash,
  Id,
  ListOf,
  Minutes,
  OneOf,
  Optional,
  Text,
} from '@bw/contracts-base';
import { type Role, ROLES } from './membership.events.ts';

/** 1 is the worst. */
export const SEVERITIES = [1, 2, 3, 4] as const;
export type Severity = (typeof SEVERITIES)[number];

export const KPI_WINDOWS = ['period', 'rolling-28-days'] as const;
export type KpiWindow = (typeof KPI_WINDOWS)[number];

@EventContract({
  type: 'engagement.KpiTargetAgreed',
  version: 1,
  about: 'A key figure has a target and a threshold in this engagement, measured by that version of its formula.',
})
export class KpiTargetAgreed {
  @Id() readonly engagementId!: string;
  @Code({ max: 10, about: 'As in the catalogue of key figures: K01.' }) readonly kpi!: string;
  @Count({ min: 1, max: 10_000 }) readonly formulaVersion!: number;
  @Decimal() readonly target!: string;
  /** Where it is breached. */
  @Decimal() readonly threshold!: string;
  /** Which way is better. */
  @OneOf('up', 'down') readonly direction!: 'up' | 'down';
  /** Of the issue that a breach raises. */
  @OneOf(...SEVERITIES) readonly severity!: Severity;
  @Optional() @OneOf(...KPI_WINDOWS) readonly window?: KpiWindow;
  @ListOf(Text(200), { max: 20, unique: true, optional: true, about: 'What the figure leaves out.' })
  readonly exclusions?: readonly string[];
}

@EventContract({ type: 'engagement.KpiTargetWithdrawn', version: 1, about: 'A key figure has no target any more.' })
export class KpiTargetWithdrawn {
  @Id() readonly engagementId!: string;
  @Code({ max: 10 }) readonly kpi!: string;
}

@EventContract({
  type: 'engagement.ServiceLevelAgreed',
  version: 1,
  about: 'How fast issues of a severity are acknowledged and resolved, and when to warn before it is too late.',
})
export class ServiceLevelAgreed {
  @Id() readonly engagementId!: string;
  @OneOf(...SEVERITIES) readonly severity!: Severity;
  @Minutes() readonly acknowledgeMinutes!: number;
  @Minutes() readonly resolveMinutes!: number;
  /** Whose working time counts; left out: every minute does. */
  @Id({ optional: true }) readonly calendarId?: string;
  @ListOf(BasisPoints({ min: 1, max: 9_999 }), { max: 10, unique: true }) readonly warnAtBp!: readonly number[];
  /** What a reopened issue does to its clock. */
  @OneOf('continue', 'restart') readonly reopen!: 'continue' | 'restart';
}

export class EscalationLevel {
  @Count({ min: 1, max: 10 }) readonly level!: number;
  @OneOf(...ROLES) readonly role!: Role;
  /** Unacknowledged for so long, it climbs to this level. */
  @Minutes() readonly afterMinutes!: number;
  @Id({ optional: true }) readonly calendarId?: string;
}

@EventContract({
  type: 'engagement.EscalationPolicyAgreed',
  version: 1,
  about: 'Who is called, in which order, and after how long, for issues of these severities.',
})
export class EscalationPolicyAgreed {
  @Id() readonly engagementId!: string;
  @ListOf(() => EscalationLevel, { min: 1, max: 10 }) readonly levels!: readonly EscalationLevel[];
  @ListOf(OneOf(...SEVERITIES), { min: 1, max: SEVERITIES.length, unique: true })
  readonly severities!: readonly Severity[];
}

export const DECISION_KINDS = ['baseline'] as const;
/** What an approval can be about. */
export type DecisionKind = (typeof DECISION_KINDS)[number];

@EventContract({
  type: 'engagement.DelegationSet',
  version: 1,
  about:
    'A role may decide things of a kind up to a limit, for some time. Where a kind has none, the sponsor decides without limit.',
})
export class DelegationSet {
  @Id() readonly engagementId!: string;
  @Id() readonly delegationId!: string;
  @OneOf(...DECISION_KINDS) readonly kind!: DecisionKind;
  @OneOf(...ROLES) readonly role!: Role;
  @Amount() readonly limit!: number;
  @CurrencyCode() readonly currency!: string;
  @CivilDay() readonly from!: string;
  /** The last day, included. */
  @CivilDay({ optional: true }) readonly to?: string;
}

@EventContract({
  type: 'engagement.GovernanceAgreed',
  version: 1,
  about: 'How the engagement is steered is agreed as it stands.',
})
export class GovernanceAgreed {
  @Id() readonly engagementId!: string;
  /** Counts up with every agreement. */
  @Count({ min: 1 }) readonly version!: number;
  @Hash() readonly contentHash!: string;
}

@EventContract({
  type: 'engagement.GovernanceAmended',
  version: 1,
  about: 'An agreed governance was opened for changes, for this reason. It holds as it stands until agreed again.',
})
export class GovernanceAmended {
  @Id() readonly engagementId!: string;
  @Text(500) readonly reason!: string;
}

export type GovernanceEvent = FactsOf<{
  'engagement.KpiTargetAgreed': KpiTargetAgreed;
  'engagement.KpiTargetWithdrawn': KpiTargetWithdrawn;
  'engagement.ServiceLevelAgreed': ServiceLevelAgreed;
  'engagement.EscalationPolicyAgreed': EscalationPolicyAgreed;
  'engagement.DelegationSet': DelegationSet;
  'engagement.GovernanceAgreed': GovernanceAgreed;
  'engagement.GovernanceAmended': GovernanceAmended;
}>;
