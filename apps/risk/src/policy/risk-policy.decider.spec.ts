import { RISK_SAMPLE_IDS, type RiskPolicyEvent } from '@bw/contracts-risk';
import { scenarios } from '@bw/testing';
import { issuedAt } from '../../test/issued.ts';
import { DEFAULT_POLICY, type PolicyTerms } from './default-policy.ts';
import { riskPolicy, type RiskPolicyCommand } from './risk-policy.decider.ts';
import { authorityFor, rolesFor, scoreOf } from './scoring.ts';

const { engagementId } = RISK_SAMPLE_IDS;
const { given } = scenarios(riskPolicy);
const issued = issuedAt('2026-03-02T09:00:00.000Z');

const byDefault: RiskPolicyCommand = { type: 'AgreeDefaultPolicy', data: { engagementId }, issued };
const set = (changes: Partial<PolicyTerms> = {}): RiskPolicyCommand => ({
  type: 'SetRiskPolicy',
  data: { engagementId, ...DEFAULT_POLICY, ...changes },
  issued,
});
const agreed = (terms: PolicyTerms = DEFAULT_POLICY): RiskPolicyEvent => ({
  type: 'risk.RiskPolicyAgreed',
  data: { engagementId, ...terms, version: 1 },
});
const amended = (version: number, terms: PolicyTerms): RiskPolicyEvent => ({
  type: 'risk.RiskPolicyAmended',
  data: { engagementId, ...terms, version },
});

const careful: PolicyTerms = { ...DEFAULT_POLICY, appetite: { ...DEFAULT_POLICY.appetite, tolerance: 4 } };
const { likelihood, impact } = DEFAULT_POLICY.scales;

describe('a risk policy', () => {
  it('is the default one when an engagement is agreed', () => given().when(byDefault).then(agreed()));

  it('is not overruled by the default one', () => given(agreed(careful)).when(byDefault).thenNothing());

  it('is agreed by people as the first one', () => given().when(set(careful)).then(agreed(careful)));

  it('is amended with the next version', () => {
    given(agreed()).when(set(careful)).then(amended(2, careful));
    given(agreed(), amended(2, careful)).when(set()).then(amended(3, DEFAULT_POLICY));
  });

  it('stays as it is when set to what it is', () => given(agreed()).when(set()).thenNothing());

  it('counts the steps of its scales from 1 to 5', () => {
    given()
      .when(set({ scales: { likelihood: likelihood.toReversed(), impact } }))
      .thenRefused('scale-not-in-order', { scale: 'likelihood' });
    given()
      .when(set({ scales: { likelihood, impact: impact.toReversed() } }))
      .thenRefused('scale-not-in-order', { scale: 'impact' });
  });

  it('anchors each step above the one before', () => {
    const flat = likelihood.map((step) => ({ ...step, upToBp: 5_000 }));
    given()
      .when(set({ scales: { likelihood: flat, impact } }))
      .thenRefused('scale-not-in-order', { scale: 'likelihood' });
    for (const anchor of ['upToDays', 'upToCostBp']) {
      const level = impact.map((step) => ({ ...step, [anchor]: 7 }));
      given()
        .when(set({ scales: { likelihood, impact: level } }))
        .thenRefused('scale-not-in-order', { scale: 'impact' });
    }
  });

  it('has a row for each likelihood, in order', () => {
    given()
      .when(set({ matrix: DEFAULT_POLICY.matrix.toReversed() }))
      .thenRefused('matrix-not-in-order');
  });

  it('never scores less for more likelihood or more impact', () => {
    const with3x3 = (score: number) =>
      DEFAULT_POLICY.matrix.map((row) => ({
        ...row,
        scores: row.scores.map((cell, at) => (row.likelihood === 3 && at === 2 ? score : cell)),
      }));
    given()
      .when(set({ matrix: with3x3(5) }))
      .thenRefused('matrix-not-monotone', { likelihood: 3, impact: 3 });
    given()
      .when(set({ matrix: with3x3(13) }))
      .thenRefused('matrix-not-monotone', { likelihood: 3, impact: 4 });
  });

  it('raises the bands of its appetite', () => {
    const bands = [
      { upTo: 9, role: 'project-manager' },
      { upTo: 9, role: 'director' },
    ];
    given()
      .when(set({ appetite: { tolerance: 9, bands } }))
      .thenRefused('appetite-not-in-order', { band: 1 });
  });
});

describe('scoring', () => {
  const policy = { ...DEFAULT_POLICY, version: 7 };

  it('looks the score up in the matrix', () => {
    expect(scoreOf(policy, { likelihood: 4, impact: 5 })).toEqual({
      score: 20,
      policyVersion: 7,
      aboveAppetite: true,
    });
    expect(scoreOf(policy, { likelihood: 3, impact: 3 })).toMatchObject({ score: 9, aboveAppetite: false });
  });

  it('says so when the matrix is not complete', () => {
    expect(() => scoreOf({ ...policy, matrix: [] }, { likelihood: 1, impact: 1 })).toThrow('no score for 1 x 1');
  });

  it('finds the nearest role that may accept', () => {
    expect(rolesFor(policy.appetite.bands, 10)).toEqual(['director', 'sponsor']);
    expect(authorityFor(policy, 10, ['sponsor', 'director'])).toBe('director');
    expect(authorityFor(policy, 10, ['project-manager'])).toBeUndefined();
    expect(authorityFor(policy, 26, ['sponsor'])).toBeUndefined();
  });
});
