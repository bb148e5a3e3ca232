import {
  CivilDay,
  Decimal,
  EventContract,
  type FactsOf,
  Flag,
  Id,
  ListOf,
  Nested,
  OneOf,
  Text,
} from '@bw/contracts-base';

export const INTAKE_KINDS = [
  'scope-in',
  'scope-out',
  'assumption',
  'constraint',
  'goal',
  'technical-requirement',
  'non-functional',
  'security',
  'data-class',
  'integration',
  'stakeholder',
  'deliverable',
] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

export const INTAKE_PRIORITIES = ['must', 'should', 'could'] as const;
export type IntakePriority = (typeof INTAKE_PRIORITIES)[number];

/** What a goal is measured by. A goal without all of it cannot be tested. */
export class GoalMeasure {
  @Text(200) readonly measure!: string;
  @Text(40, { optional: true, about: 'What the values are counted in, such as days or EUR.' }) readonly unit?: string;
  @Decimal() readonly baseline!: string;
  @Decimal() readonly target!: string;
  @CivilDay({ about: 'By when the target is to be reached.' }) readonly date!: string;
}

/** What was said, whichever kind of statement it is. */
export class IntakeStatement {
  @OneOf(...INTAKE_KINDS) readonly kind!: IntakeKind;
  @Text(500) readonly title!: string;
  @Text(4000, { optional: true }) readonly description?: string;
  /** Where it comes from: a document, a meeting. Never the name of a person. */
  @Text(200) readonly origin!: string;
  @OneOf(...INTAKE_PRIORITIES) readonly priority!: IntakePriority;
  /** Its reader could take it in two ways; cleared by clarifying it. */
  @Flag({ optional: true }) readonly ambiguous?: boolean;
  /** Only for scope-out: it was asked, and nothing is left out. */
  @Flag({ optional: true }) readonly none?: boolean;
  @Nested(() => GoalMeasure, { optional: true, about: 'Only for goals.' }) readonly goal?: GoalMeasure;
  /** Of goals and deliverables: the user who answers for it. */
  @Id({ optional: true }) readonly owner?: string;
  @ListOf(Text(500), { max: 50, unique: true, optional: true }) readonly criteria?: readonly string[];
  /** Only for deliverables: the intake items of the goals that it serves. */
  @ListOf(Id(), { max: 50, unique: true, optional: true }) readonly goals?: readonly string[];
  /** Only for stakeholders: which part they play, such as sponsor or end user. */
  @Text(100, { optional: true }) readonly stakeholderRole?: string;
}

export const INTAKE_CONCERNS = ['duplicate', 'contradiction', 'untestable-goal', 'ambiguous'] as const;
/** What makes an intake item unfit to sign until it is clarified, or waived with a reason. */
export type IntakeConcern = (typeof INTAKE_CONCERNS)[number];

export class IntakeWarning {
  @OneOf(...INTAKE_CONCERNS) readonly concern!: IntakeConcern;
  /** The item that it repeats or contradicts. */
  @Id({ optional: true }) readonly otherItemId?: string;
}

@EventContract({
  type: 'engagement.IntakeStarted',
  version: 1,
  about: 'The structured collection of scope, goals and requirements began.',
})
export class IntakeStarted {
  @Id() readonly engagementId!: string;
}

@EventContract({
  type: 'engagement.IntakeItemAdded',
  version: 1,
  about: 'One typed statement of scope, goals or requirements was taken in, with what is questionable about it.',
})
export class IntakeItemAdded {
  @Id() readonly engagementId!: string;
  @Id() readonly itemId!: string;
  @Nested(() => IntakeStatement) readonly statement!: IntakeStatement;
  @ListOf(() => IntakeWarning, { max: 100 }) readonly warnings!: readonly IntakeWarning[];
}

@EventContract({
  type: 'engagement.IntakeItemClarified',
  version: 1,
  about:
    'An intake item says something else now. It carries the whole statement; earlier agreement and waivers of it end.',
})
export class IntakeItemClarified extends IntakeItemAdded {}

@EventContract({
  type: 'engagement.IntakeItemAgreed',
  version: 1,
  about: 'Both sides read an intake item in the same way.',
})
export class IntakeItemAgreed {
  @Id() readonly engagementId!: string;
  @Id() readonly itemId!: string;
}

@EventContract({
  type: 'engagement.IntakeItemRejected',
  version: 1,
  about: 'An intake item does not count: it is no part of what will be signed.',
})
export class IntakeItemRejected {
  @Id() readonly engagementId!: string;
  @Id() readonly itemId!: string;
  @Text(500) readonly reason!: string;
}

@EventContract({
  type: 'engagement.IntakeItemWaived',
  version: 1,
  about: 'Somebody took it on themselves that these concerns about an intake item do not keep the gate shut.',
})
export class IntakeItemWaived {
  @Id() readonly engagementId!: string;
  @Id() readonly itemId!: string;
  @ListOf(OneOf(...INTAKE_CONCERNS), { min: 1, max: INTAKE_CONCERNS.length, unique: true })
  readonly concerns!: readonly IntakeConcern[];
  @Text(100, { about: 'The user who answers for it.' }) readonly by!: string;
  @Text(500) readonly reason!: string;
}

export type IntakeEvent = FactsOf<{
  'engagement.IntakeStarted': IntakeStarted;
  'engagement.IntakeItemAdded': IntakeItemAdded;
  'engagement.IntakeItemClarified': IntakeItemClarified;
  'engagement.IntakeItemAgreed': IntakeItemAgreed;
  'engagement.IntakeItemRejected': IntakeItemRejected;
  'engagement.IntakeItemWaived': IntakeItemWaived;
}>;
