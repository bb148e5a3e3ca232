import { Count, Flag, Id, Instant, Nested, OneOf, Optional, Picked, Text } from '@bw/contracts-base';
import {
  type Level,
  RATED,
  type Rated,
  RiskAccepted,
  RiskClosed,
  RiskIdentified,
  RISK_KINDS,
  type RiskKind,
  RiskResponsePlanned,
  RiskReviewed,
  type Severity,
} from '@bw/contracts-risk';

export class IdentifyRiskBody extends Picked(
  RiskIdentified,
  'engagementId',
  'title',
  'kind',
  'category',
  'cause',
  'event',
  'effect',
  'likelihood',
  'impact',
  'owner',
  'proximity',
  'nextReview',
) {}

export class RatingBody {
  @OneOf(1, 2, 3, 4, 5) readonly likelihood!: Level;
  @OneOf(1, 2, 3, 4, 5) readonly impact!: Level;
}

export class AssessRiskBody extends RatingBody {
  /** `current`, unless said. */
  @Optional() @OneOf(...RATED) readonly rated?: Rated;
}

export class PlanResponseBody extends Picked(RiskResponsePlanned, 'strategy', 'plan', 'owner', 'due') {
  /** The residual rating that the response aims at. */
  @Nested(() => RatingBody, { optional: true }) readonly target?: RatingBody;
}

export class AcceptRiskBody extends Picked(RiskAccepted, 'mode', 'expires') {}

export class ReviewRiskBody extends Picked(RiskReviewed, 'note', 'nextReview', 'proximity') {}

export class TriggerRiskBody {
  /** Id of the issue that the risk becomes. */
  @Id() readonly issueId!: string;
  @OneOf(1, 2, 3, 4) readonly severity!: Severity;
  @Text(200, { optional: true }) readonly title?: string;
}

export class CloseRiskBody extends Picked(RiskClosed, 'why') {}

export class ScoreView extends RatingBody {
  @Count({ min: 1, max: 100 }) readonly score!: number;
  @Count({ min: 1 }) readonly policyVersion!: number;
  @Flag() readonly aboveAppetite!: boolean;
}

const RISK_STATES = ['identified', 'analysed', 'responding', 'accepted', 'expired', 'triggered', 'closed'] as const;

/** A risk as it stands now. How it stood at any other time, reporting tells. */
export class RiskView {
  @Id() readonly riskId!: string;
  @Id() readonly engagementId!: string;
  @Count({ min: 1 }) readonly version!: number;
  @OneOf(...RISK_STATES) readonly status!: (typeof RISK_STATES)[number];
  @Text(200) readonly title!: string;
  @Optional() @OneOf(...RISK_KINDS) readonly kind?: RiskKind;
  @Nested(() => ScoreView, { optional: true }) readonly inherent?: ScoreView;
  @Nested(() => ScoreView, { optional: true }) readonly current?: ScoreView;
  @Nested(() => ScoreView, { optional: true }) readonly residual?: ScoreView;
  /** Until when its acceptance holds. */
  @Instant({ optional: true }) readonly acceptedUntil?: string;
  /** The issue that it became. */
  @Id({ optional: true }) readonly issueId?: string;
}
