import type { RiskView } from './risk.bodies.ts';
import type { RiskState } from './risk.ts';

export function riskView(state: Exclude<RiskState, { status: 'none' }>, version: number): RiskView {
  const { status, riskId, engagementId, title } = state;
  const view = { riskId, engagementId, version, status, title };
  if (state.status === 'closed') return view;
  if (state.status === 'triggered') return { ...view, issueId: state.issueId };
  const { kind, scores, acceptance } = state;
  return { ...view, kind, ...scores, ...(acceptance && { acceptedUntil: acceptance.expires }) };
}
