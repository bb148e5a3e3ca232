import {
  CivilDay,
  Code,
  Count,
  EventContract,
  Flag,
  Id,
  Instant,
  Nested,
  OneOf,
  Optional,
  Text,
  type FactsOf,
} from '@bw/contracts-base';
import type { Severity } from './issue.events.ts';
import type { Level } from './policy.events.ts';

export const RISK_KINDS = ['threat', 'opportunity'] as const;
export type RiskKind = (typeof RISK_KINDS)[number];

export const THREAT_STRATEGIES = ['avoid', 'mitigate', 'transfer', 'accept', 'escalate'] as const;
export const OPPORTUNITY_STRATEGIES = ['exploit', 'enhance', 'share', 'accept', 'escalate'] as const;
export const RESPONSE_STRATEGIES = [...new Set([...THREAT_STRATEGIES, ...OPPORTUNITY_STRATEGIES])];
export type ResponseStrategy = (typeof RESPONSE_STRATEGIES)[number];

/** Which score: before any response, as it stands, or as it should be once the response has worked. */
export const RATED = ['inherent', 'current', 'residual'] as const;
export type Rated = (typeof RATED)[number];

/** The days in which the risk may strike; past them without a review it is overdue. */
export class Proximity {
  @CivilDay() readonly from!: string;
  @CivilDay() readonly to!: string;
}

@EventContract({
  type: 'risk.RiskIdentified',
  version: 1,
  about: 'A risk was put on the register: because of a cause an event may happen that has an effect.',
})
export class RiskIdentified {
  @Id() readonly riskId!: string;
  @Id() readonly engagementId!: string;
  @Text(200) readonly title!: string;
  @OneOf(...RISK_KINDS) readonly kind!: RiskKind;
  @Code() readonly category!: string;
  @Text(1000) readonly cause!: string;
  @Text(1000) readonly event!: string;
  @Text(1000) readonly effect!: string;
  @OneOf(1, 2, 3, 4, 5) readonly likelihood!: Level;
  @OneOf(1, 2, 3, 4, 5) readonly impact!: Level;
  /** Inherent score, by the matrix of that policy version. */
  @Count({ min: 1, max: 100 }) readonly score!: number;
  @Count({ min: 1, max: 1_000_000 }) readonly policyVersion!: number;
  @Flag() readonly aboveAppetite!: boolean;
  @Optional() @Id() readonly owner?: string;
  @Optional() @Nested(() => Proximity) readonly proximity?: Proximity;
  @Optional() @CivilDay() readonly nextReview?: string;
}

@EventContract({
  type: 'risk.RiskAssessed',
  version: 1,
  about: 'One of the scores of a risk was set: by somebody, or by an amended policy.',
})
export class RiskAssessed {
  @Id() readonly riskId!: string;
  @Id() readonly engagementId!: string;
  @OneOf(...RATED) readonly rated!: Rated;
  @OneOf(1, 2, 3, 4, 5) readonly likelihood!: Level;
  @OneOf(1, 2, 3, 4, 5) readonly impact!: Level;
  @Count({ min: 1, max: 100 }) readonly score!: number;
  @Count({ min: 1, max: 1_000_000 }) readonly policyVersion!: number;
  /** Of the score just set. */
  @Flag() readonly aboveAppetite!: boolean;
  @OneOf('assessment', 'policy') readonly because!: 'assessment' | 'policy';
}

@EventContract({
  type: 'risk.RiskAppetiteExceeded',
  version: 1,
  about: 'The current score of a risk rose above the appetite of its engagement.',
})
export class RiskAppetiteExceeded {
  @Id() readonly riskId!: string;
  @Id() readonly engagementId!: string;
  @Count({ min: 1, max: 100 }) readonly score!: number;
  @Count({ min: 0, max: 100 }) readonly tolerance!: number;
  @Count({ min: 1, max: 1_000_000 }) readonly policyVersion!: number;
}

@EventContract({
  type: 'risk.RiskResponsePlanned',
  version: 1,
  about: 'It was decided what to do about a risk.',
})
export class RiskResponsePlanned {
  @Id() readonly riskId!: string;
  @Id() readonly engagementId!: string;
  @OneOf(...RESPONSE_STRATEGIES) readonly strategy!: ResponseStrategy;
  @Text(1000) readonly plan!: string;
  @Optional() @Id() readonly owner?: string;
  @Optional() @CivilDay() readonly due?: string;
}

@EventContract({
  type: 'risk.RiskAccepted',
  version: 1,
  about: 'Somebody with the authority for its score bears the risk, until a named time.',
})
export class RiskAccepted {
  @Id() readonly riskId!: string;
  @Id() readonly engagementId!: string;
  /** The highest score that this acceptance bears. */
  @Count({ min: 1, max: 100 }) readonly score!: number;
  @Count({ min: 1, max: 1_000_000 }) readonly policyVersion!: number;
  /** The role whose authority was used; who it was stands in the envelope. */
  @Code() readonly role!: string;
  @OneOf('active', 'passive') readonly mode!: 'active' | 'passive';
  @Instant() readonly expires!: string;
}

@EventContract({
  type: 'risk.RiskExpired',
  version: 1,
  about: 'The acceptance of a risk ran out. It must be accepted anew, answered, or closed.',
})
export class RiskExpired {
  @Id() readonly riskId!: string;
  @Id() readonly engagementId!: string;
  @Instant() readonly expired!: string;
}

@EventContract({
  type: 'risk.RiskReviewed',
  version: 1,
  about: 'A risk was looked at again and stands as it is.',
})
export class RiskReviewed {
  @Id() readonly riskId!: string;
  @Id() readonly engagementId!: string;
  @Optional() @Text(1000) readonly note?: string;
  @Optional() @CivilDay() readonly nextReview?: string;
  @Optional() @Nested(() => Proximity) readonly proximity?: Proximity;
}

@EventContract({
  type: 'risk.RiskTriggered',
  version: 1,
  about: 'The risk has struck: it is an issue now, and both keep their ids.',
})
export class RiskTriggered {
  @Id() readonly riskId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly issueId!: string;
  @OneOf(1, 2, 3, 4) readonly severity!: Severity;
  /** Title of the issue. */
  @Text(200) readonly title!: string;
}

@EventContract({
  type: 'risk.RiskClosed',
  version: 1,
  about: 'A risk needs no more attention.',
})
export class RiskClosed {
  @Id() readonly riskId!: string;
  @Id() readonly engagementId!: string;
  @Text(1000) readonly why!: string;
}

export type RiskRegisterEvent = FactsOf<{
  'risk.RiskIdentified': RiskIdentified;
  'risk.RiskAssessed': RiskAssessed;
  'risk.RiskAppetiteExceeded': RiskAppetiteExceeded;
  'risk.RiskResponsePlanned': RiskResponsePlanned;
  'risk.RiskAccepted': RiskAccepted;
  'risk.RiskExpired': RiskExpired;
  'risk.RiskReviewed': RiskReviewed;
  'risk.RiskTriggered': RiskTriggered;
  'risk.RiskClosed': RiskClosed;
}>;
