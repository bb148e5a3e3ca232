import type { RiskPolicyAgreed } from '@bw/contracts-risk';

const LEVELS = [1, 2, 3, 4, 5] as const;

/** The terms of a policy, whoever sets them. */
export type PolicyTerms = Pick<RiskPolicyAgreed, 'scales' | 'matrix' | 'appetite'>;

/**
 * What an engagement starts with until it agrees its own: likelihood times impact; the project manager bears up to 9,
 * the director up to 16, all else only the sponsor.
 */
export const DEFAULT_POLICY: PolicyTerms = {
  scales: {
    likelihood: [
      { level: 1, name: 'rare', upToBp: 500 },
      { level: 2, name: 'unlikely', upToBp: 2_000 },
      { level: 3, name: 'possible', upToBp: 5_000 },
      { level: 4, name: 'likely', upToBp: 8_000 },
      { level: 5, name: 'almost certain', upToBp: 10_000 },
    ],
    impact: [
      { level: 1, name: 'negligible', upToDays: 2, upToCostBp: 100 },
      { level: 2, name: 'minor', upToDays: 5, upToCostBp: 300 },
      { level: 3, name: 'moderate', upToDays: 15, upToCostBp: 700 },
      { level: 4, name: 'major', upToDays: 40, upToCostBp: 1_500 },
      { level: 5, name: 'severe' }, // no upper end
    ],
  },
  matrix: LEVELS.map((likelihood) => ({ likelihood, scores: LEVELS.map((impact) => likelihood * impact) })),
  appetite: {
    tolerance: 9,
    bands: [
      { upTo: 9, role: 'project-manager' },
      { upTo: 16, role: 'director' },
      { upTo: 25, role: 'sponsor' },
    ],
  },
};
