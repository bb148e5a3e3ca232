import type { Level, RiskPolicyAgreed } from '@bw/contracts-risk';

/** What the rules need of a policy to score a risk and to say who may bear it. */
export type Scoring = Pick<RiskPolicyAgreed, 'matrix' | 'appetite' | 'version'>;

export interface Rating {
  readonly likelihood: Level;
  readonly impact: Level;
}

export interface Score {
  readonly score: number;
  readonly policyVersion: number;
  readonly aboveAppetite: boolean;
}

export function scoreOf({ matrix, appetite, version }: Scoring, { likelihood, impact }: Rating): Score {
  const score = matrix.find((row) => row.likelihood === likelihood)?.scores[impact - 1];
  if (score === undefined) throw new Error(`Policy version ${version} has no score for ${likelihood} x ${impact}.`);
  return { score, policyVersion: version, aboveAppetite: score > appetite.tolerance };
}

/** The role, of those somebody has, that may accept such a score: the one whose band reaches least far. */
export function authorityFor({ appetite }: Scoring, score: number, roles: readonly string[]): string | undefined {
  return rolesFor(appetite.bands, score).find((role) => roles.includes(role));
}

/** Who may accept such a score at all, the nearest first. */
export function rolesFor(bands: Scoring['appetite']['bands'], score: number): readonly string[] {
  return bands.filter(({ upTo }) => upTo >= score).map(({ role }) => role);
}
