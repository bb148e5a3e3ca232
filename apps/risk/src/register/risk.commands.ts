import type {
  Proximity,
  Rated,
  ResponseStrategy,
  RiskAccepted,
  RiskClosed,
  RiskIdentified,
  RiskResponsePlanned,
  RiskReviewed,
  Severity,
} from '@bw/contracts-risk';
import type { Instant, Issued } from '@bw/kernel';
import type { Rating, Scoring } from '../policy/scoring.ts';

type Command<Type extends string, Data> = { readonly type: Type; readonly data: Data; readonly issued: Issued };

export type IdentifyRisk = Command<
  'IdentifyRisk',
  Omit<RiskIdentified, 'score' | 'policyVersion' | 'aboveAppetite'> & { readonly policy: Scoring }
>;
export type AssessRisk = Command<'AssessRisk', Rating & { readonly rated: Rated; readonly policy: Scoring }>;
/** What an amended policy does to every open risk. */
export type RescoreRisk = Command<'RescoreRisk', { readonly policy: Scoring }>;
export type PlanResponse = Command<
  'PlanResponse',
  Pick<RiskResponsePlanned, 'plan' | 'owner' | 'due'> & {
    readonly strategy: ResponseStrategy;
    /** What the risk should be once the response has worked: its residual score. */
    readonly target?: Rating;
    readonly policy: Scoring;
  }
>;
export type AcceptRisk = Command<
  'AcceptRisk',
  Pick<RiskAccepted, 'mode' | 'expires'> & {
    /** Those of whoever asks, on this engagement. */
    readonly roles: readonly string[];
    readonly policy: Scoring;
  }
>;
/** From the timer of an acceptance. */
export type ExpireAcceptance = Command<'ExpireAcceptance', { readonly expires: Instant }>;
export type ReviewRisk = Command<
  'ReviewRisk',
  Pick<RiskReviewed, 'note' | 'nextReview'> & { readonly proximity?: Proximity }
>;
export type MarkTriggered = Command<
  'MarkTriggered',
  { readonly issueId: string; readonly severity: Severity; readonly title?: string }
>;
export type CloseRisk = Command<'CloseRisk', Pick<RiskClosed, 'why'>>;

export type RiskCommand =
  | IdentifyRisk
  | AssessRisk
  | RescoreRisk
  | PlanResponse
  | AcceptRisk
  | ExpireAcceptance
  | ReviewRisk
  | MarkTriggered
  | CloseRisk;
