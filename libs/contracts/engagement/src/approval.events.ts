import {
  Amount,
  Count,
  CurrencyCode,
  EventContract,
  type FactsOf,
  Hash,
  Id,
  Instant,
  Nested,
  OneOf,
  Text,
} from '@bw/contracts-base';
import { DECISION_KINDS, type DecisionKind } from './governance.events.ts';

/** What follows from a yes, in figures. */
export class ApprovalImpact {
  /** Budget at completion, in minor units. */
  @Amount() readonly bac!: number;
  @CurrencyCode() readonly currency!: string;
  @Instant({ optional: true }) readonly start?: string;
  @Instant({ optional: true }) readonly finish?: string;
  @Count() readonly activities!: number;
}

/** What happens when nobody decides in time: it is refused, or the question just lapses. */
export const DEFAULT_OUTCOMES = ['refused', 'lapsed'] as const;
export type DefaultOutcome = (typeof DEFAULT_OUTCOMES)[number];

class ApprovalSubject {
  @Id() readonly approvalId!: string;
  @Id() readonly engagementId!: string;
  @OneOf(...DECISION_KINDS) readonly kind!: DecisionKind;
  /** Id of what is to be approved: of a baseline, for example. */
  @Id() readonly subject!: string;
  /** Exactly this content, and no later one. */
  @Hash() readonly contentHash!: string;
}

@EventContract({
  type: 'engagement.ApprovalRequested',
  version: 1,
  about: "A decision of the client's sponsor is needed.",
})
export class ApprovalRequested extends ApprovalSubject {
  @Id() readonly clientId!: string;
  @Id({ optional: true }) readonly planId?: string;
  @Nested(() => ApprovalImpact) readonly impact!: ApprovalImpact;
  @OneOf(...DEFAULT_OUTCOMES) readonly defaultOutcome!: DefaultOutcome;
  @Instant({ optional: true }) readonly due?: string;
  @Text(100, { about: 'The user who asked.' }) readonly requestedBy!: string;
}

@EventContract({ type: 'engagement.ApprovalGranted', version: 1, about: 'The answer is yes.' })
export class ApprovalGranted extends ApprovalSubject {
  @Text(100) readonly by!: string;
  @Text(500, { optional: true }) readonly reason?: string;
}

@EventContract({ type: 'engagement.ApprovalRefused', version: 1, about: 'The answer is no.' })
export class ApprovalRefused extends ApprovalSubject {
  @Text(100) readonly by!: string;
  @Text(500, { optional: true }) readonly reason?: string;
}

@EventContract({ type: 'engagement.ApprovalDelegated', version: 1, about: 'Somebody else is to decide.' })
export class ApprovalDelegated {
  @Id() readonly approvalId!: string;
  @Id() readonly engagementId!: string;
  @Id({ about: 'The user who decides now.' }) readonly to!: string;
  @Text(100) readonly by!: string;
  @Text(500, { optional: true }) readonly reason?: string;
}

@EventContract({
  type: 'engagement.ApprovalLapsed',
  version: 1,
  about: 'Nobody decided in time, or what was to be decided was taken back. A default refusal is an event of its own.',
})
export class ApprovalLapsed extends ApprovalSubject {
  @OneOf('due-passed', 'withdrawn') readonly cause!: 'due-passed' | 'withdrawn';
}

export type ApprovalEvent = FactsOf<{
  'engagement.ApprovalRequested': ApprovalRequested;
  'engagement.ApprovalGranted': ApprovalGranted;
  'engagement.ApprovalRefused': ApprovalRefused;
  'engagement.ApprovalDelegated': ApprovalDelegated;
  'engagement.ApprovalLapsed': ApprovalLapsed;
}>;
