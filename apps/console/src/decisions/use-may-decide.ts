import { useQuery } from '@tanstack/react-query';
import { read } from '../api/request.ts';
import { useMe } from '../session/people.ts';
import type { ApprovalLine } from './approval.ts';

interface Governance {
  readonly delegations: readonly { readonly kind: string; readonly role: string }[];
}

/**
 * Whether to offer an answer: the sponsor's, whoever it was handed on to, or a role to which such decisions were
 * delegated. Undefined until that is known. The server checks the right and its limit.
 */
export function useMayDecide({ engagementId, kind, delegatedTo }: ApprovalLine): boolean | undefined {
  const me = useMe(engagementId).data;
  const isOwn = me && (delegatedTo === undefined ? me.roles.includes('sponsor') : delegatedTo === me.user);
  const asksGovernance = me !== undefined && !isOwn && delegatedTo === undefined && me.actions.includes('approve');
  const governance = useQuery({
    queryKey: ['governance', engagementId],
    queryFn: () => read<Governance>(`/api/v1/governance/${engagementId}`),
    enabled: asksGovernance,
  });
  if (!asksGovernance) return isOwn;
  return governance.data?.delegations.some((each) => each.kind === kind && me.roles.includes(each.role));
}
