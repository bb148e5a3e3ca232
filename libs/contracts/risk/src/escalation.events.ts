import { Code, Count, EventContract, Id, Instant, Nested, OneOf, Text, type FactsOf } from '@bw/contracts-base';
import type { Severity } from './issue.events.ts';

/** What the ladder is about. */
export class EscalationSubject {
  @OneOf('issue') readonly kind!: 'issue';
  @Id() readonly id!: string;
}

class OfEscalation {
  @Id() readonly escalationId!: string;
  @Id() readonly engagementId!: string;
  @Nested(() => EscalationSubject) readonly subject!: EscalationSubject;
  /** Counts the ladders of this subject: a new one begins where the last one has ended. */
  @Count({ min: 1, max: 1_000_000 }) readonly cycle!: number;
}

class OfLevel extends OfEscalation {
  @Count({ min: 1, max: 100 }) readonly level!: number;
  @Code() readonly role!: string;
}

@EventContract({
  type: 'risk.EscalationRaised',
  version: 1,
  about: 'A ladder reached its first level.',
})
export class EscalationRaised extends OfLevel {
  /** What set the ladder up: the last warning point of a clock, or its breach. All levels count from here. */
  @Instant() readonly since!: string;
  @Id() readonly clockId!: string;
  @OneOf(1, 2, 3, 4) readonly severity!: Severity;
}

@EventContract({
  type: 'risk.EscalationAdvanced',
  version: 1,
  about: 'Nobody acknowledged in time, or nobody could be told: the ladder reached its next level.',
})
export class EscalationAdvanced extends OfLevel {}

@EventContract({
  type: 'risk.EscalationUnreachable',
  version: 1,
  about: 'Nobody of that level could be told; the ladder goes on to the next one at once.',
})
export class EscalationUnreachable extends OfLevel {
  @OneOf('nobody-in-role', 'nobody-on-shift') readonly why!: 'nobody-in-role' | 'nobody-on-shift';
}

@EventContract({
  type: 'risk.EscalationAcknowledged',
  version: 1,
  about: 'Somebody has taken it on: the ladder stops. The issue and its clocks go on.',
})
export class EscalationAcknowledged extends OfEscalation {
  @Count({ min: 1, max: 100 }) readonly level!: number;
  @Text(200) readonly by!: string;
}

@EventContract({
  type: 'risk.EscalationResolved',
  version: 1,
  about: 'The ladder ended with its subject: that was resolved, or it was none.',
})
export class EscalationResolved extends OfEscalation {
  @OneOf('resolved', 'withdrawn') readonly outcome!: 'resolved' | 'withdrawn';
  /** No later ladder of the subject counts from before this. */
  @Instant() readonly at!: string;
}

export type EscalationEvent = FactsOf<{
  'risk.EscalationRaised': EscalationRaised;
  'risk.EscalationAdvanced': EscalationAdvanced;
  'risk.EscalationUnreachable': EscalationUnreachable;
  'risk.EscalationAcknowledged': EscalationAcknowledged;
  'risk.EscalationResolved': EscalationResolved;
}>;
