import { Code, EventContract, type FactsOf, Hash, Id, ListOf, OneOf, Text } from '@bw/contracts-base';

export const SIGNING_PARTIES = ['provider', 'client'] as const;
export type SigningParty = (typeof SIGNING_PARTIES)[number];

/** One part of what is signed, such as `intake/<item>`, `kpi-target/K01` or `terms/<terms>`. */
export class SignedSubject {
  @Code({ max: 80 }) readonly subject!: string;
  @Hash() readonly hash!: string;
}

@EventContract({
  type: 'engagement.EngagementProposed',
  version: 1,
  about: 'What was taken in is laid before both parties to sign.',
})
export class EngagementProposed {
  @Id() readonly engagementId!: string;
}

@EventContract({
  type: 'engagement.AlignmentSigned',
  version: 1,
  about: 'One party signed exactly this content: scope, goals, targets, service levels, escalation path and terms.',
})
export class AlignmentSigned {
  @Id() readonly engagementId!: string;
  @OneOf(...SIGNING_PARTIES) readonly party!: SigningParty;
  /** Of the subjects below, in their order. */
  @Hash() readonly contentHash!: string;
  @ListOf(() => SignedSubject, { max: 5000 }) readonly subjects!: readonly SignedSubject[];
  @Text(100, { about: 'The user who signed.' }) readonly by!: string;
}

@EventContract({
  type: 'engagement.AlignmentReopened',
  version: 1,
  about: 'Something that was signed changed. These parts must be signed again; the others stand.',
})
export class AlignmentReopened {
  @Id() readonly engagementId!: string;
  @ListOf(Code({ max: 80 }), { min: 1, max: 5000, unique: true }) readonly subjects!: readonly string[];
}

@EventContract({
  type: 'engagement.EngagementAgreed',
  version: 1,
  about: 'The alignment gate passed: every check in use holds, and both parties signed the same content.',
})
export class EngagementAgreed {
  @Id() readonly engagementId!: string;
  @Id() readonly clientId!: string;
  @Hash() readonly contentHash!: string;
}

@EventContract({
  type: 'engagement.AlignmentRestored',
  version: 1,
  about: 'After it was reopened, both parties signed the changed content, and the gate is shut again.',
})
export class AlignmentRestored {
  @Id() readonly engagementId!: string;
  @Hash() readonly contentHash!: string;
}

export type AlignmentEvent = FactsOf<{
  'engagement.EngagementProposed': EngagementProposed;
  'engagement.AlignmentSigned': AlignmentSigned;
  'engagement.AlignmentReopened': AlignmentReopened;
  'engagement.EngagementAgreed': EngagementAgreed;
  'engagement.AlignmentRestored': AlignmentRestored;
}>;
