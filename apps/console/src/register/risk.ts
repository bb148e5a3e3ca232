import type { Page, Risk } from '../api/views.ts';

/** Which of a risk's ratings. */
export const RATED = ['inherent', 'current', 'residual'] as const;
export type Rated = (typeof RATED)[number];
export const isRated = (value: unknown): value is Rated => RATED.some((rated) => rated === value);

export interface Rating {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly aboveAppetite: boolean;
}

/** A risk as the register tells it. */
export interface RiskLine extends Risk {
  readonly kind: string;
  readonly since: string;
  readonly residual?: Rating;
  readonly proximity?: { readonly from: string; readonly to: string };
  readonly owner?: string;
  readonly acceptedUntil?: string;
  readonly acceptanceExpired?: boolean;
  readonly issueId?: string;
}

/** Scales, matrix and appetite at the point. */
export interface RiskPolicy {
  readonly scales: {
    readonly likelihood: readonly { readonly level: number; readonly name: string; readonly upToBp: number }[];
    readonly impact: readonly {
      readonly level: number;
      readonly name: string;
      readonly upToDays?: number;
      readonly upToCostBp?: number;
    }[];
  };
  readonly matrix: readonly { readonly likelihood: number; readonly scores: readonly number[] }[];
  readonly appetite: {
    readonly tolerance: number;
    readonly bands: readonly { readonly upTo: number; readonly role: string }[];
  };
  readonly version: number;
}

export interface Register extends Page<RiskLine> {
  readonly policy?: RiskPolicy;
}

export const LEVELS = [1, 2, 3, 4, 5] as const;

export const isOpen = ({ state }: Pick<Risk, 'state'>): boolean => state === 'open' || state === 'accepted';

/** Where nobody has agreed a policy yet: likelihood times impact, and nothing is known of an appetite. */
export function scoreAt(policy: RiskPolicy | undefined, likelihood: number, impact: number): number {
  const row = policy?.matrix.find((each) => each.likelihood === likelihood);
  return row?.scores[impact - 1] ?? likelihood * impact;
}

export type Tone = 'calm' | 'watch' | 'high' | 'severe';

/** How much a score weighs: within the appetite or not, and whether only the last band may still bear it. */
export function toneOf(score: number, policy: RiskPolicy | undefined): Tone {
  const tolerance = policy?.appetite.tolerance ?? 9;
  if (score <= tolerance) return score * 2 <= tolerance ? 'calm' : 'watch';
  const lastButOne = policy?.appetite.bands.at(-2)?.upTo ?? 16;
  return score <= Math.max(lastButOne, tolerance) ? 'high' : 'severe';
}

/** Cells are named in the address by likelihood and impact: `4x5`. */
export const cellOf = ({ likelihood, impact }: Pick<Rating, 'likelihood' | 'impact'>): string =>
  `${likelihood}x${impact}`;

/** How many risks stand in each cell, by the rating that is looked at. */
export function countsByCell(risks: readonly RiskLine[], rated: Rated): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const risk of risks) {
    const rating = risk[rated];
    if (rating) counts.set(cellOf(rating), (counts.get(cellOf(rating)) ?? 0) + 1);
  }
  return counts;
}

export interface RiskFilter {
  /** Those that are over, too. */
  readonly all: boolean;
  readonly cell: string | undefined;
  readonly rated: Rated;
}

/** The risks that are shown, the gravest of the chosen rating first. */
export function chosenRisks(risks: readonly RiskLine[], { all, cell, rated }: RiskFilter): readonly RiskLine[] {
  return risks
    .filter((risk) => all || isOpen(risk))
    .filter((risk) => {
      const rating = risk[rated];
      return cell === undefined || (rating !== undefined && cellOf(rating) === cell);
    })
    .toSorted((a, b) => (b[rated]?.score ?? 0) - (a[rated]?.score ?? 0) || (a.title < b.title ? -1 : 1));
}
