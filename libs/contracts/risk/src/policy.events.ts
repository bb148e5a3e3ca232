import {
  BasisPoints,
  Code,
  Count,
  EventContract,
  Id,
  ListOf,
  Nested,
  OneOf,
  Optional,
  Text,
  type FactsOf,
} from '@bw/contracts-base';

/** A step of a scale. */
export type Level = 1 | 2 | 3 | 4 | 5;

/** One step of the likelihood scale, anchored by the probability up to which it reaches. */
export class LikelihoodStep {
  @OneOf(1, 2, 3, 4, 5) readonly level!: Level;
  @Text(60) readonly name!: string;
  @BasisPoints() readonly upToBp!: number;
}

/** One step of the impact scale, anchored by days of delay and share of the budget up to which it reaches. */
export class ImpactStep {
  @OneOf(1, 2, 3, 4, 5) readonly level!: Level;
  @Text(60) readonly name!: string;
  @Optional() @Count({ min: 0, max: 36_500 }) readonly upToDays?: number;
  @Optional() @BasisPoints() readonly upToCostBp?: number;
}

export class RiskScales {
  @ListOf(() => LikelihoodStep, { min: 5, max: 5 }) readonly likelihood!: readonly LikelihoodStep[];
  @ListOf(() => ImpactStep, { min: 5, max: 5 }) readonly impact!: readonly ImpactStep[];
}

/** The scores of one likelihood, for impact 1 to 5. */
export class MatrixRow {
  @OneOf(1, 2, 3, 4, 5) readonly likelihood!: Level;
  @ListOf(Count({ min: 1, max: 100 }), { min: 5, max: 5 }) readonly scores!: readonly number[];
}

/** Who may accept a risk whose score is at most `upTo`. */
export class AppetiteBand {
  @Count({ min: 1, max: 100 }) readonly upTo!: number;
  @Code() readonly role!: string;
}

export class RiskAppetite {
  /** A score above this one exceeds the appetite: it is told at once, whoever may accept it. */
  @Count({ min: 0, max: 100 }) readonly tolerance!: number;
  @ListOf(() => AppetiteBand, { min: 1, max: 20 }) readonly bands!: readonly AppetiteBand[];
}

@EventContract({
  type: 'risk.RiskPolicyAgreed',
  version: 1,
  about: 'An engagement has its scales, its matrix and its appetite for risks: the default ones, or its own.',
})
export class RiskPolicyAgreed {
  @Id() readonly engagementId!: string;
  @Nested(() => RiskScales) readonly scales!: RiskScales;
  @ListOf(() => MatrixRow, { min: 5, max: 5 }) readonly matrix!: readonly MatrixRow[];
  @Nested(() => RiskAppetite) readonly appetite!: RiskAppetite;
  /** Counts up with each amendment; a score names the version by which it was made. */
  @Count({ min: 1, max: 1_000_000 }) readonly version!: number;
}

@EventContract({
  type: 'risk.RiskPolicyAmended',
  version: 1,
  about: 'The policy was replaced. Open risks are scored anew by it, each by an event; old scores stay.',
})
export class RiskPolicyAmended extends RiskPolicyAgreed {}

export type RiskPolicyEvent = FactsOf<{
  'risk.RiskPolicyAgreed': RiskPolicyAgreed;
  'risk.RiskPolicyAmended': RiskPolicyAmended;
}>;
