import { refusals } from '@bw/service-shell';
import type { TermsRefusal } from './terms.decider.ts';

export const termsRefusals = refusals<Exclude<TermsRefusal, 'period-ends-before-it-begins'> | 'terms-periods-overlap'>({
  'terms-already-drafted': {
    code: 'STATE_CONFLICT',
    detail: 'Terms with this id were drafted with other data.',
    hint: 'Draft the new terms under a new id.',
  },
  'terms-not-found': { code: 'NOT_FOUND', detail: 'There are no such terms that you know of.' },
  'terms-are-agreed': {
    code: 'STATE_CONFLICT',
    detail: 'The terms are agreed and do not change.',
    hint: 'End them, and draft others that follow.',
  },
  'terms-have-ended': { code: 'STATE_CONFLICT', detail: 'The terms have ended and are read-only.' },
  'terms-are-a-draft': { code: 'STATE_CONFLICT', detail: 'Only agreed terms can be ended.' },
  'terms-not-priced': { code: 'STATE_CONFLICT', detail: 'The terms have no rate line.' },
  'terms-end-outside': { code: 'VALIDATION', detail: 'The last day must be one of the days of the terms.' },
  'terms-periods-overlap': {
    code: 'OVERLAP',
    detail: 'Other agreed terms hold in some of these days, and an engagement has one set of terms at a time.',
    hint: 'End the others first; the field "termsId" names them.',
  },
  'rate-periods-overlap': {
    code: 'OVERLAP',
    detail: 'Another line prices the same work in some of these days.',
    hint: 'The field "lineId" names it.',
  },
  'rate-outside-terms': { code: 'VALIDATION', detail: 'The days of a rate must lie within those of its terms.' },
  'rate-not-positive': { code: 'VALIDATION', detail: 'A rate is above nothing.' },
  'other-currency': { code: 'VALIDATION', detail: 'The currency is fixed; the field "currency" names it.' },
});
