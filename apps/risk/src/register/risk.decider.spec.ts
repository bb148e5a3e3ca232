import { RISK_SAMPLE_IDS, type RiskAssessed, type RiskIdentified, type RiskRegisterEvent } from '@bw/contracts-risk';
import { scenarios } from '@bw/testing';
import { issuedAt } from '../../test/issued.ts';
import { DEFAULT_POLICY } from '../policy/default-policy.ts';
import type { Rating, Scoring } from '../policy/scoring.ts';
import type { IdentifyRisk, RiskCommand } from './risk.commands.ts';
import { risk } from './risk.decider.ts';

const { riskId, engagementId, issueId } = RISK_SAMPLE_IDS;
const { given, stateAfter } = scenarios(risk);

const NOW = '2026-03-02T09:00:00.000Z';
const LATER = '2026-04-01T08:00:00.000Z';
const issued = issuedAt(NOW);
const policy: Scoring = { ...DEFAULT_POLICY, version: 1 };
const bold: Scoring = { ...policy, version: 2, appetite: { ...policy.appetite, tolerance: 16 } };
const ofRisk = { riskId, engagementId };

const mild: Rating = { likelihood: 3, impact: 3 };
const severe: Rating = { likelihood: 4, impact: 5 };
const statement = {
  ...ofRisk,
  title: 'Test environment arrives late',
  kind: 'threat',
  category: 'vendor',
  cause: 'The vendor has promised no date.',
  event: 'The environment is not there.',
  effect: 'Tests start late.',
} as const;

const identify = (changes: Partial<IdentifyRisk['data']> = {}): RiskCommand => ({
  type: 'IdentifyRisk',
  data: { ...statement, ...mild, policy, ...changes },
  issued,
});
const identified = (changes: Partial<RiskIdentified> = {}): RiskRegisterEvent => ({
  type: 'risk.RiskIdentified',
  data: { ...statement, ...mild, score: 9, policyVersion: 1, aboveAppetite: false, ...changes },
});
const assess = (rating: Rating, by: Scoring = policy): RiskCommand => ({
  type: 'AssessRisk',
  data: { ...rating, rated: 'current', policy: by },
  issued,
});
const assessed = (changes: Partial<RiskAssessed> = {}): RiskRegisterEvent => ({
  type: 'risk.RiskAssessed',
  data: {
    ...ofRisk,
    rated: 'current',
    ...severe,
    score: 20,
    policyVersion: 1,
    aboveAppetite: true,
    because: 'assessment',
    ...changes,
  },
});
const exceeded: RiskRegisterEvent = {
  type: 'risk.RiskAppetiteExceeded',
  data: { ...ofRisk, score: 20, tolerance: 9, policyVersion: 1 },
};
const rescore = (by: Scoring): RiskCommand => ({ type: 'RescoreRisk', data: { policy: by }, issued });
const plan = (strategy: 'mitigate' | 'exploit', target?: Rating): RiskCommand => ({
  type: 'PlanResponse',
  data: { strategy, plan: 'Rent a second environment.', policy, ...(target && { target }) },
  issued,
});
const planned: RiskRegisterEvent = {
  type: 'risk.RiskResponsePlanned',
  data: { ...ofRisk, strategy: 'mitigate', plan: 'Rent a second environment.' },
};
const bear = (roles: readonly string[], expires = LATER): RiskCommand => ({
  type: 'AcceptRisk',
  data: { mode: 'active', expires, roles, policy },
  issued,
});
const accepted = (score = 9, role = 'project-manager', expires = LATER): RiskRegisterEvent => ({
  type: 'risk.RiskAccepted',
  data: { ...ofRisk, score, policyVersion: 1, role, mode: 'active', expires },
});
const expire = (expires = LATER): RiskCommand => ({ type: 'ExpireAcceptance', data: { expires }, issued });
const expired: RiskRegisterEvent = {
  type: 'risk.RiskExpired',
  data: { ...ofRisk, expired: LATER },
  effective: { at: LATER },
};
const strike = (issue: string = issueId, title?: string): RiskCommand => ({
  type: 'MarkTriggered',
  data: { issueId: issue, severity: 2, ...(title && { title }) },
  issued,
});
const struck: RiskRegisterEvent = {
  type: 'risk.RiskTriggered',
  data: { ...ofRisk, issueId, severity: 2, title: statement.title },
};
const close: RiskCommand = { type: 'CloseRisk', data: { why: 'It is past.' }, issued };
const closed: RiskRegisterEvent = { type: 'risk.RiskClosed', data: { ...ofRisk, why: 'It is past.' } };
const review = (proximity?: { from: string; to: string }): RiskCommand => ({
  type: 'ReviewRisk',
  data: { note: 'As it was.', nextReview: '2026-03-16', ...(proximity && { proximity }) },
  issued,
});
const backwards = { from: '2026-04-01', to: '2026-03-01' };

describe('a risk is identified', () => {
  it('with the score of its likelihood and impact', () => given().when(identify()).then(identified()));

  it('and at once above the appetite, where it is', () => {
    given()
      .when(identify(severe))
      .then(identified({ ...severe, score: 20, aboveAppetite: true }), exceeded);
  });

  it('only once', () => given(identified()).when(identify()).thenRefused('risk-already-identified'));

  it('with a proximity that ends after it begins', () => {
    given()
      .when(identify({ proximity: backwards }))
      .thenRefused('proximity-ends-before-it-begins');
  });

  it('before anything else can happen to it', () => given().when(assess(severe)).thenRefused('risk-not-found'));
});

describe('a risk is assessed', () => {
  it('and exceeds the appetite when its score rises above it', () => {
    given(identified()).when(assess(severe)).then(assessed(), exceeded);
    expect(stateAfter(identified(), assessed())).toMatchObject({ status: 'analysed' });
  });

  it('without another word while it stays above it', () => {
    const worst = { likelihood: 5, impact: 5 } as const;
    given(identified(), assessed(), exceeded)
      .when(assess(worst))
      .then(assessed({ ...worst, score: 25 }));
  });

  it('as it is: nothing happens', () => given(identified()).when(assess(mild)).thenNothing());

  it('anew by an amended policy', () => {
    given(identified(), assessed(), exceeded)
      .when(rescore(bold))
      .then(
        assessed({ ...mild, rated: 'inherent', score: 9, policyVersion: 2, aboveAppetite: false, because: 'policy' }),
        assessed({ policyVersion: 2, because: 'policy' }),
      );
  });

  it('not anew by the policy it was made with', () => given(identified()).when(rescore(policy)).thenNothing());

  it('above the appetite by a policy that became more careful', () => {
    const careful = { ...bold, appetite: { ...bold.appetite, tolerance: 4 } };
    const byPolicy = { ...mild, score: 9, policyVersion: 2, aboveAppetite: true, because: 'policy' } as const;
    given(identified())
      .when(rescore(careful))
      .then(assessed({ ...byPolicy, rated: 'inherent' }), assessed(byPolicy), {
        type: 'risk.RiskAppetiteExceeded',
        data: { ...ofRisk, score: 9, tolerance: 4, policyVersion: 2 },
      });
  });
});

describe('a response', () => {
  it('is planned', () => {
    given(identified()).when(plan('mitigate')).then(planned);
    expect(stateAfter(identified(), planned)).toMatchObject({ status: 'responding' });
  });

  it('names the residual score it aims at, apart from the current one', () => {
    const residual = assessed({ likelihood: 1, impact: 3, rated: 'residual', score: 3, aboveAppetite: false });
    given(identified())
      .when(plan('mitigate', { likelihood: 1, impact: 3 }))
      .then(planned, residual);
    expect(stateAfter(identified(), planned, residual)).toMatchObject({
      status: 'responding',
      scores: { current: { score: 9 }, residual: { score: 3 } },
    });
  });

  it('fits the kind of risk', () => {
    given(identified()).when(plan('exploit')).thenRefused('strategy-not-for-this-kind');
    given(identified({ kind: 'opportunity' }))
      .when(plan('mitigate'))
      .thenRefused('strategy-not-for-this-kind', {
        kind: 'opportunity',
        strategies: ['exploit', 'enhance', 'share', 'accept', 'escalate'],
      });
  });

  it('takes the place of an acceptance', () => {
    given(identified(), accepted(), planned).when(expire()).thenNothing();
  });
});

describe('an acceptance', () => {
  it('uses the nearest authority that bears the score', () => {
    given(identified())
      .when(bear(['sponsor', 'project-manager']))
      .then(accepted());
    given(identified(), assessed())
      .when(bear(['sponsor']))
      .then(accepted(20, 'sponsor'));
  });

  it('needs that authority', () => {
    given(identified(), assessed())
      .when(bear(['project-manager', 'director']))
      .thenRefused('authority-too-low', { score: 20, roles: ['sponsor'] });
  });

  it('ends in the future', () => {
    given(identified())
      .when(bear(['project-manager'], NOW))
      .thenRefused('acceptance-already-over', { now: NOW });
  });

  it('runs out at its time', () => {
    given(identified(), accepted()).when(expire()).then(expired);
    expect(stateAfter(identified(), accepted(), expired)).toMatchObject({ status: 'expired' });
  });

  it('does not run out when it was renewed, was never given, or has run out', () => {
    const renewed = accepted(9, 'project-manager', '2026-05-01T08:00:00.000Z');
    given(identified(), accepted(), renewed).when(expire()).thenNothing();
    given(identified()).when(expire()).thenNothing();
    given(identified(), accepted(), expired).when(expire()).thenNothing();
  });

  it('is void once the risk scores more than was accepted', () => {
    given(identified(), accepted(), assessed(), exceeded).when(expire()).thenNothing();
    expect(stateAfter(identified(), accepted(), assessed())).toMatchObject({ status: 'analysed' });
  });

  it('stays when the risk scores no more', () => {
    const better = assessed({ likelihood: 2, impact: 3, score: 6, aboveAppetite: false });
    expect(stateAfter(identified(), accepted(), better)).toMatchObject({ status: 'accepted' });
  });
});

describe('a review', () => {
  it('leaves the risk as it is', () => {
    const reviewed: RiskRegisterEvent = {
      type: 'risk.RiskReviewed',
      data: { ...ofRisk, note: 'As it was.', nextReview: '2026-03-16' },
    };
    given(identified()).when(review()).then(reviewed);
    expect(stateAfter(identified(), reviewed)).toEqual(stateAfter(identified()));
  });

  it('moves its proximity forward, not backwards in itself', () => {
    given(identified()).when(review(backwards)).thenRefused('proximity-ends-before-it-begins');
  });
});

describe('a risk strikes', () => {
  it('and is an issue by the same title, or another', () => {
    given(identified()).when(strike()).then(struck);
    given(identified())
      .when(strike(issueId, 'No environment'))
      .then({ type: 'risk.RiskTriggered', data: { ...ofRisk, issueId, severity: 2, title: 'No environment' } });
  });

  it('once', () => {
    given(identified(), struck).when(strike()).thenNothing();
    given(identified(), struck).when(strike(riskId)).thenRefused('risk-has-struck');
  });

  it('unless it is an opportunity', () => {
    given(identified({ kind: 'opportunity' }))
      .when(strike())
      .thenRefused('opportunity-is-no-issue');
  });

  it('and then can only be closed', () => {
    given(identified(), struck).when(assess(severe)).thenRefused('risk-has-struck');
    given(identified(), struck).when(rescore(bold)).thenNothing();
    given(identified(), struck).when(close).then(closed);
  });
});

describe('a closed risk', () => {
  it('was live', () => given(identified()).when(close).then(closed));

  it('cannot change', () => {
    given(identified(), closed).when(assess(severe)).thenRefused('risk-is-closed');
    given(identified(), closed).when(close).thenRefused('risk-is-closed');
  });

  it('is left alone by policies and timers', () => {
    given(identified(), closed).when(rescore(bold)).thenNothing();
    given(identified(), accepted(), closed).when(expire()).thenNothing();
  });

  it('folds nothing any more', () => {
    expect(stateAfter(identified(), closed, assessed(), struck)).toEqual(stateAfter(identified(), closed));
    expect(stateAfter(identified(), struck, assessed())).toEqual(stateAfter(identified(), struck));
    expect(stateAfter(assessed())).toEqual({ status: 'none' });
  });
});
