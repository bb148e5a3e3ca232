import { type Refusals, refusals } from '@bw/service-shell';
import type { RiskRefusal } from './risk.decider.ts';

export const riskRefusals: Refusals = refusals<RiskRefusal>({
  'risk-not-found': { code: 'NOT_FOUND', detail: 'There is no such risk.' },
  'risk-already-identified': {
    code: 'STATE_CONFLICT',
    detail: 'The id is that of another risk.',
    hint: 'Make a new id for a new risk; change this one by its assessments, responses and reviews.',
  },
  'risk-is-closed': {
    code: 'STATE_CONFLICT',
    detail: 'The risk is closed and does not change any more.',
    hint: 'Identify a new risk if it threatens again.',
  },
  'risk-has-struck': {
    code: 'STATE_CONFLICT',
    detail: 'The risk has struck: what is done about it is done on its issue.',
    hint: 'Go on with the issue; the risk can only be closed.',
  },
  'proximity-ends-before-it-begins': {
    code: 'VALIDATION',
    detail: 'The proximity ends before it begins.',
    hint: 'Give the first and the last day on which the risk may strike.',
  },
  'strategy-not-for-this-kind': {
    code: 'VALIDATION',
    detail: 'That is no strategy for this kind of risk.',
    hint: 'The strategies that fit stand in `strategies`.',
  },
  'acceptance-already-over': {
    code: 'VALIDATION',
    detail: 'The acceptance would be over already.',
    hint: 'Every acceptance ends; name a time in the future.',
  },
  'authority-too-low': {
    code: 'LIMIT_EXCEEDED',
    detail: 'The score is beyond what your roles may accept here.',
    hint: 'Ask somebody with one of the roles that stand in `roles`, or lower the score first.',
  },
  'opportunity-is-no-issue': {
    code: 'STATE_CONFLICT',
    detail: 'An opportunity that comes true is no issue.',
    hint: 'Close it and say what came of it.',
  },
});
