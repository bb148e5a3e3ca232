import { refusals } from '@bw/service-shell';
import type { GovernanceRefusal } from './governance.rules.ts';

export const governanceRefusals = refusals<Exclude<GovernanceRefusal, 'period-ends-before-it-begins'>>({
  'governance-is-agreed': {
    code: 'STATE_CONFLICT',
    detail: 'The governance is agreed and does not change.',
    hint: 'Open it for changes with a reason first: POST .../amend.',
  },
  'governance-is-not-agreed': {
    code: 'STATE_CONFLICT',
    detail: 'The governance is not agreed, so there is nothing to amend.',
    hint: 'Change it as it is.',
  },
  'governance-is-empty': {
    code: 'STATE_CONFLICT',
    detail: 'There is neither a target nor a service level to agree on.',
  },
  'threshold-beyond-target': {
    code: 'VALIDATION',
    detail: 'The threshold is on the better side of the target, so it would be breached before it is met.',
  },
  'resolve-before-acknowledge': { code: 'VALIDATION', detail: 'Issues would have to be resolved before acknowledged.' },
  'warning-points-out-of-order': { code: 'VALIDATION', detail: 'Warning points must rise.' },
  'escalation-levels-out-of-order': {
    code: 'VALIDATION',
    detail: 'Levels must count from 1 without gaps, each reached later than the one before.',
  },
  'escalation-path-missing': {
    code: 'GATE_NOT_PASSED',
    detail: 'Some severities have a service level but no escalation path.',
    hint: 'The field "severities" lists them: name them in the escalation policy.',
  },
  'limit-is-negative': { code: 'VALIDATION', detail: 'A limit is nothing or more.' },
});
