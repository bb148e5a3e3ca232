import { refusals } from '@bw/service-shell';
import type { FundingRefusal } from './funding.decider.ts';

export const fundingRefusals = refusals<Exclude<FundingRefusal, 'other-currency'>>({
  'funding-already-open': { code: 'STATE_CONFLICT', detail: 'The funding is open in another currency.' },
  'funding-not-found': {
    code: 'NOT_FOUND',
    detail: 'The engagement has no funding yet.',
    hint: 'Open it: PUT /api/v1/funding/{engagement}.',
  },
  'budget-line-not-found': { code: 'NOT_FOUND', detail: 'The funding has no such budget line.' },
  'budget-line-kind-is-fixed': { code: 'STATE_CONFLICT', detail: 'A budget line keeps its kind.' },
  'budget-below-drawn': { code: 'LIMIT_EXCEEDED', detail: 'More than that was drawn already.' },
  'budget-exceeded': {
    code: 'LIMIT_EXCEEDED',
    detail: 'The budget line does not hold so much any more; the field "left" says how much it does.',
  },
  'amount-not-positive': { code: 'VALIDATION', detail: 'The amount must be above nothing.' },
});
