import type { ProblemCode } from './problem.ts';

/** How a decider's "no" is told over HTTP. */
export interface RefusalAnswer {
  readonly code: ProblemCode;
  /** Where it differs from the code's usual one. */
  readonly status?: number;
  readonly detail: string;
  /** What to do about it. */
  readonly hint?: string;
}

export type Refusals = Readonly<Record<string, RefusalAnswer>>;

/**
 * The refusals of a capability and their answers, for the service's parts. With the refusal type of a decider the
 * compiler sees that none is missing: `refusals<RiskRefusal>({ 'risk-not-found': { code: 'NOT_FOUND', ... } })`.
 */
export function refusals<Refusal extends string>(answers: Readonly<Record<Refusal, RefusalAnswer>>): Refusals {
  return answers;
}
