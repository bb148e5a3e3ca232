import type { RiskAssessed, RiskRegisterEvent } from '@bw/contracts-risk';
import type { LiveRisk, RiskState } from './risk.ts';

/** What a fact makes of a risk. */
export function evolveRisk(state: RiskState, event: RiskRegisterEvent): RiskState {
  if (event.type === 'risk.RiskIdentified') {
    const { riskId, engagementId, title, kind, likelihood, impact, score, policyVersion, aboveAppetite } = event.data;
    const rating = { likelihood, impact, score, policyVersion, aboveAppetite };
    const scores = { inherent: rating, current: rating };
    return { status: 'identified', riskId, engagementId, title, kind, scores };
  }
  if (state.status === 'none' || state.status === 'closed') return state;
  if (event.type === 'risk.RiskClosed') return { ...identityOf(state), status: 'closed' };
  if (state.status === 'triggered') return state;
  switch (event.type) {
    case 'risk.RiskAssessed':
      return assessed(state, event.data);
    case 'risk.RiskResponsePlanned':
      return { ...withoutAcceptance(state), status: 'responding' };
    case 'risk.RiskAccepted': {
      const { score, expires } = event.data;
      return { ...state, status: 'accepted', acceptance: { score, expires } };
    }
    case 'risk.RiskExpired':
      return { ...withoutAcceptance(state), status: 'expired' };
    case 'risk.RiskTriggered':
      return { ...identityOf(state), status: 'triggered', issueId: event.data.issueId };
    case 'risk.RiskReviewed':
    case 'risk.RiskAppetiteExceeded':
      return state;
  }
}

function assessed(state: LiveRisk, data: RiskAssessed): LiveRisk {
  const { rated, likelihood, impact, score, policyVersion, aboveAppetite } = data;
  const scores = { ...state.scores, [rated]: { likelihood, impact, score, policyVersion, aboveAppetite } };
  if (rated !== 'current') return { ...state, scores };
  // An acceptance bears the score it was given for, and none above it.
  if (state.acceptance && score > state.acceptance.score) {
    return { ...withoutAcceptance(state), status: 'analysed', scores };
  }
  return { ...state, status: state.status === 'identified' ? 'analysed' : state.status, scores };
}

function withoutAcceptance(risk: LiveRisk): LiveRisk {
  const { acceptance: _, ...rest } = risk;
  return rest;
}

function identityOf({ riskId, engagementId, title }: Exclude<RiskState, { status: 'none' }>) {
  return { riskId, engagementId, title };
}
