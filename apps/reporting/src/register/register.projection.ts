import type { RiskPolicyAgreed, RiskPolicyEvent, RiskRegisterEvent } from '@bw/contracts-risk';
import { factProjection } from '@bw/projections';
import { happened, json, known, level, ofEngagement } from '../facts/telling.ts';

const state = (outcome: string) => (data: { readonly riskId: string }) => happened('risk', data.riskId, outcome, data);

const policy = ({ engagementId, ...terms }: RiskPolicyAgreed) =>
  ofEngagement(engagementId, level(engagementId, 'risk.policy', json(terms)));

/** The risk register: what may happen, how bad it would be, what is done about it, and who bears it. */
export const riskRegister = factProjection<RiskRegisterEvent | RiskPolicyEvent>(
  { name: 'risk-register', version: 2 },
  {
    'risk.RiskPolicyAgreed': policy,
    'risk.RiskPolicyAmended': policy,
    'risk.RiskIdentified': (data) => {
      const { riskId, likelihood, impact, score, aboveAppetite, owner, proximity, nextReview, ...statement } = data;
      const rating = { likelihood, impact, score, aboveAppetite };
      return [
        known(riskId, 'risk', json(statement)),
        level(riskId, 'risk.inherent', rating),
        level(riskId, 'risk.current', rating),
        ...(owner ? [level(riskId, 'risk.owner', owner)] : []),
        ...(proximity ? [level(riskId, 'risk.proximity', json(proximity))] : []),
        ...(nextReview ? [level(riskId, 'risk.next-review', nextReview)] : []),
        state('identified')(data),
      ];
    },
    'risk.RiskAssessed': ({ riskId, rated, likelihood, impact, score, aboveAppetite }) =>
      level(riskId, `risk.${rated}`, { likelihood, impact, score, aboveAppetite }),
    'risk.RiskResponsePlanned': ({ riskId, owner, ...response }) => [
      level(riskId, 'risk.response', json(response)),
      ...(owner ? [level(riskId, 'risk.owner', owner)] : []),
    ],
    'risk.RiskReviewed': ({ riskId, nextReview, proximity }) => [
      level(riskId, 'risk.next-review', nextReview ?? null),
      ...(proximity ? [level(riskId, 'risk.proximity', json(proximity))] : []),
    ],
    'risk.RiskAccepted': state('accepted'),
    'risk.RiskExpired': state('expired'),
    'risk.RiskTriggered': state('triggered'),
    'risk.RiskClosed': state('closed'),
  },
);
