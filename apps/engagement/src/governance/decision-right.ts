import type { DecisionKind, Role } from '@bw/contracts-engagement';
import type { CivilDay } from '@bw/kernel';
import { holdsOn } from '../day-period.ts';
import type { Governance } from './governance.ts';

/** How far somebody may decide, at the time of the decision. */
export type DecisionRight =
  | { readonly reach: 'none' }
  | { readonly reach: 'expired'; readonly delegationId: string }
  | { readonly reach: 'unlimited' }
  | { readonly reach: 'limited'; readonly limit: number; readonly currency: string };

export interface Asked {
  readonly kind: DecisionKind;
  readonly roles: readonly Role[];
  readonly day: CivilDay;
}

/** Delegations of a kind rule it alone; where there are none, it is the sponsor's without limit. */
export function decisionRight(
  { delegations }: Pick<Governance, 'delegations'>,
  { kind, roles, day }: Asked,
): DecisionRight {
  const ofKind = delegations.filter((delegation) => delegation.kind === kind);
  if (ofKind.length === 0) return { reach: roles.includes('sponsor') ? 'unlimited' : 'none' };

  const own = ofKind.filter(({ role }) => roles.includes(role));
  const [widest] = own.filter((delegation) => holdsOn(delegation, day)).toSorted((a, b) => b.limit - a.limit);
  if (widest) return { reach: 'limited', limit: widest.limit, currency: widest.currency };

  const past = own.find(({ to }) => to !== undefined && to < day);
  return past ? { reach: 'expired', delegationId: past.delegationId } : { reach: 'none' };
}
