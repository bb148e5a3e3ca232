import type { EscalationSubject, EscalationUnreachable } from '@bw/contracts-risk';
import type { Instant } from '@bw/kernel';

interface Ladder {
  readonly escalationId: string;
  readonly engagementId: string;
  readonly subject: EscalationSubject;
  /** Counts the ladders of this subject. */
  readonly cycle: number;
}

/** The stream is named after its subject, so that a subject has one open ladder at most. */
export type EscalationState =
  | { readonly status: 'none' }
  | (Ladder & {
      readonly status: 'climbing';
      /** The highest level that was reached. */
      readonly level: number;
      /** All levels count from here. */
      readonly since: Instant;
      /** The clock that set the ladder up; it ends with it. */
      readonly clockId: string;
    })
  | (Ladder & { readonly status: 'acknowledged'; readonly level: number; readonly clockId: string })
  | (Ladder & { readonly status: 'ended'; readonly endedAt: Instant });

/** A level of the ladder at its time. */
export interface Step {
  readonly level: number;
  readonly role: string;
  readonly at: Instant;
  /** Why nobody of it can be told; absent where somebody was. */
  readonly unreachable?: EscalationUnreachable['why'];
}
