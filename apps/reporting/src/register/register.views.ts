import { CivilDay, Code, Count, Flag, Id, Instant, ListOf, Nested, OneOf, Picked, Text } from '@bw/contracts-base';
import { RiskPolicyAgreed } from '@bw/contracts-risk';
import { AtPoint } from '../reading/point.ts';

export class RatingView {
  @Count() readonly likelihood!: number;
  @Count() readonly impact!: number;
  @Count() readonly score!: number;
  @Flag() readonly aboveAppetite!: boolean;
}

export class ResponseView {
  @Code() readonly strategy!: string;
  @Text(1000) readonly plan!: string;
  @CivilDay({ optional: true }) readonly due?: string;
}

export class ProximityView {
  @CivilDay() readonly from!: string;
  @CivilDay() readonly to!: string;
}

export const RISK_STATES = ['open', 'accepted', 'triggered', 'closed'] as const;

export class RiskView {
  @Id() readonly riskId!: string;
  @Text(200) readonly title!: string;
  @Code() readonly kind!: string;
  @Code() readonly category!: string;
  @Text(1000) readonly cause!: string;
  /** What may happen. */
  @Text(1000) readonly event!: string;
  @Text(1000) readonly effect!: string;
  @OneOf(...RISK_STATES) readonly state!: (typeof RISK_STATES)[number];
  @Instant() readonly since!: string;
  @Nested(() => RatingView, { optional: true }) readonly inherent?: RatingView;
  @Nested(() => RatingView, { optional: true }) readonly current?: RatingView;
  @Nested(() => RatingView, { optional: true }) readonly residual?: RatingView;
  @Nested(() => ResponseView, { optional: true }) readonly response?: ResponseView;
  @Nested(() => ProximityView, { optional: true }) readonly proximity?: ProximityView;
  @Id({ optional: true }) readonly owner?: string;
  @CivilDay({ optional: true }) readonly nextReview?: string;
  @Flag() readonly reviewOverdue!: boolean;
  /** While it is borne. */
  @Instant({ optional: true }) readonly acceptedUntil?: string;
  /** Its acceptance ran out, and nothing took its place. */
  @Flag({ optional: true }) readonly acceptanceExpired?: boolean;
  /** What it became when it struck. */
  @Id({ optional: true }) readonly issueId?: string;
}

/** The scales, the matrix and the appetite that scores follow. */
export class PolicyView extends Picked(RiskPolicyAgreed, 'scales', 'matrix', 'appetite', 'version') {}

export class RegisterView extends AtPoint {
  @Nested(() => PolicyView, { optional: true }) readonly policy?: PolicyView;
  @ListOf(() => RiskView, { max: 200 }) readonly items!: readonly RiskView[];
  @Text(500, { optional: true }) readonly next?: string;
}
