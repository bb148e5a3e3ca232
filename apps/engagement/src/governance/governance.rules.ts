import type {
  DelegationSet,
  EscalationPolicyAgreed,
  GovernanceEvent,
  KpiTargetAgreed,
  ServiceLevelAgreed,
} from '@bw/contracts-engagement';
import { compare, type Decision, type Ratio, ratio, refuse } from '@bw/kernel';
import { isInOrder } from '../day-period.ts';

export type GovernanceRefusal =
  | 'governance-is-agreed'
  | 'governance-is-not-agreed'
  | 'governance-is-empty'
  | 'threshold-beyond-target'
  | 'resolve-before-acknowledge'
  | 'warning-points-out-of-order'
  | 'escalation-levels-out-of-order'
  | 'escalation-path-missing'
  | 'limit-is-negative'
  | 'period-ends-before-it-begins';

export type GovernanceAnswer = Decision<GovernanceEvent, GovernanceRefusal>;

/** Why it cannot be set, or nothing. */
type Wrong = GovernanceAnswer | undefined;

export function wrongKpiTarget({ direction, target, threshold }: KpiTargetAgreed): Wrong {
  const difference = compare(decimal(threshold), decimal(target));
  const isBeyond = direction === 'up' ? difference > 0 : difference < 0;
  return isBeyond ? refuse('threshold-beyond-target', { direction, target, threshold }) : undefined;
}

export function wrongServiceLevel({ acknowledgeMinutes, resolveMinutes, warnAtBp }: ServiceLevelAgreed): Wrong {
  if (resolveMinutes < acknowledgeMinutes) return refuse('resolve-before-acknowledge');
  return isRising(warnAtBp) ? undefined : refuse('warning-points-out-of-order');
}

/** Levels count from 1 without gaps, and each is reached later than the one before. */
export function wrongPolicy({ levels }: EscalationPolicyAgreed): Wrong {
  const countsUp = levels.every(({ level }, index) => level === index + 1);
  const isInTime = isRising(levels.map(({ afterMinutes }) => afterMinutes));
  return countsUp && isInTime ? undefined : refuse('escalation-levels-out-of-order');
}

export function wrongDelegation(data: DelegationSet): Wrong {
  if (data.limit < 0) return refuse('limit-is-negative');
  return isInOrder(data) ? undefined : refuse('period-ends-before-it-begins');
}

function isRising(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
}

/** Contracts let nothing through that is no decimal number. */
function decimal(text: string): Ratio {
  const [units = '', fraction = ''] = text.split('.');
  const exact = ratio(BigInt(units + fraction), 10n ** BigInt(fraction.length));
  if (!exact) throw new Error(`"${text}" is no decimal number.`);
  return exact;
}
