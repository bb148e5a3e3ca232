import type { RiskAccepted, RiskKind } from '@bw/contracts-risk';
import type { Rating, Score } from '../policy/scoring.ts';

/** Before any response, as it stands, and as it should be once the response has worked. */
export interface RiskScores {
  readonly inherent: Rating & Score;
  readonly current: Rating & Score;
  readonly residual?: Rating & Score;
}

/** A risk that may still happen. `expired`: its acceptance ran out and nothing took its place. */
export interface LiveRisk {
  readonly status: 'identified' | 'analysed' | 'responding' | 'accepted' | 'expired';
  readonly riskId: string;
  readonly engagementId: string;
  readonly title: string;
  readonly kind: RiskKind;
  readonly scores: RiskScores;
  readonly acceptance?: Pick<RiskAccepted, 'score' | 'expires'>;
}

export type RiskState =
  | { readonly status: 'none' }
  | LiveRisk
  | {
      readonly status: 'triggered';
      readonly riskId: string;
      readonly engagementId: string;
      readonly title: string;
      readonly issueId: string;
    }
  | { readonly status: 'closed'; readonly riskId: string; readonly engagementId: string; readonly title: string };
