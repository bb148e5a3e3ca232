import type { RiskPolicyAgreed, RiskPolicyEvent } from '@bw/contracts-risk';
import { accept, type Decider, type Decision, type Issued, refuse } from '@bw/kernel';
import { DEFAULT_POLICY, type PolicyTerms } from './default-policy.ts';

export type RiskPolicyState = { readonly status: 'none' } | ({ readonly status: 'agreed' } & RiskPolicyAgreed);

export type RiskPolicyCommand =
  /** What follows from an engagement being agreed: it must not overrule what people agreed before. */
  | { readonly type: 'AgreeDefaultPolicy'; readonly data: { readonly engagementId: string }; readonly issued: Issued }
  /** Agrees the first policy of the engagement, or amends it. */
  | { readonly type: 'SetRiskPolicy'; readonly data: SetRiskPolicy; readonly issued: Issued };

export type SetRiskPolicy = PolicyTerms & { readonly engagementId: string };

export type RiskPolicyRefusal =
  'scale-not-in-order' | 'matrix-not-in-order' | 'matrix-not-monotone' | 'appetite-not-in-order';

type Verdict = Decision<RiskPolicyEvent, RiskPolicyRefusal>;

/** Scales 1 to 5, a matrix that never falls, and who may accept which score. One policy per engagement. */
export const riskPolicy: Decider<RiskPolicyState, RiskPolicyCommand, RiskPolicyEvent, RiskPolicyRefusal> = {
  initial: { status: 'none' },

  decide({ type, data }, state) {
    switch (type) {
      case 'AgreeDefaultPolicy':
        if (state.status === 'agreed') return accept();
        return agreed({ engagementId: data.engagementId, ...DEFAULT_POLICY });
      case 'SetRiskPolicy':
        return wrongWith(data) ?? (state.status === 'none' ? agreed(data) : amended(data, state));
    }
  },

  evolve(_, { data }) {
    return { ...data, status: 'agreed' };
  },
};

function agreed({ engagementId, scales, matrix, appetite }: SetRiskPolicy): Verdict {
  return accept({ type: 'risk.RiskPolicyAgreed', data: { engagementId, scales, matrix, appetite, version: 1 } });
}

function amended({ scales, matrix, appetite }: SetRiskPolicy, now: RiskPolicyAgreed): Verdict {
  const terms = { scales, matrix, appetite };
  if (isSame(terms, { scales: now.scales, matrix: now.matrix, appetite: now.appetite })) return accept();
  const { engagementId, version } = now;
  return accept({ type: 'risk.RiskPolicyAmended', data: { engagementId, ...terms, version: version + 1 } });
}

function wrongWith({ scales, matrix, appetite }: PolicyTerms): Verdict | undefined {
  const wrongScale = wrongScaleOf(scales);
  if (wrongScale) return refuse('scale-not-in-order', { scale: wrongScale });

  if (!countsUp(matrix.map(({ likelihood }) => likelihood))) return refuse('matrix-not-in-order');
  const cell = fallingCell(matrix.map(({ scores }) => scores));
  if (cell) return refuse('matrix-not-monotone', cell);

  const { bands } = appetite;
  const falls = bands.findIndex(({ upTo }, at) => upTo <= (bands[at - 1]?.upTo ?? 0));
  return falls === -1 ? undefined : refuse('appetite-not-in-order', { band: falls });
}

function wrongScaleOf({ likelihood, impact }: PolicyTerms['scales']): 'likelihood' | 'impact' | undefined {
  const rises = (anchors: readonly (number | undefined)[]) => {
    const named = anchors.filter((anchor) => anchor !== undefined);
    return named.every((anchor, at) => at === 0 || anchor > (named[at - 1] ?? 0));
  };
  if (!countsUp(likelihood.map(({ level }) => level)) || !rises(likelihood.map(({ upToBp }) => upToBp)))
    return 'likelihood';
  const inOrder =
    countsUp(impact.map(({ level }) => level)) &&
    rises(impact.map(({ upToDays }) => upToDays)) &&
    rises(impact.map(({ upToCostBp }) => upToCostBp));
  return inOrder ? undefined : 'impact';
}

function countsUp(levels: readonly number[]): boolean {
  return levels.length === 5 && levels.every((level, at) => level === at + 1);
}

/** The first cell that scores less than its neighbour of lower likelihood or lower impact. */
function fallingCell(rows: readonly (readonly number[])[]): { likelihood: number; impact: number } | undefined {
  for (const [row, scores] of rows.entries()) {
    for (const [column, score] of scores.entries()) {
      const below = rows[row - 1]?.[column] ?? 0;
      const before = scores[column - 1] ?? 0;
      if (score < below || score < before) return { likelihood: row + 1, impact: column + 1 };
    }
  }
  return undefined;
}

/** Both come out of contracts with the same order of fields, or it counts as a change: harmless. */
function isSame(a: PolicyTerms, b: PolicyTerms): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
