import type { ApprovalEvent } from '@bw/contracts-engagement';
import { factProjection } from '@bw/projections';
import { happened, json, known } from '../facts/telling.ts';

const decided = (outcome: string) => (data: { readonly approvalId: string }) =>
  happened('approval', data.approvalId, outcome, data);

/** What was put before somebody to decide, and what became of it. */
export const approvals = factProjection<ApprovalEvent>(
  { name: 'approvals', version: 1 },
  {
    'engagement.ApprovalRequested': (data) => [
      { ...known(data.approvalId, 'approval', json(data)), client: data.clientId },
      decided('requested')(data),
    ],
    'engagement.ApprovalGranted': decided('granted'),
    'engagement.ApprovalRefused': decided('refused'),
    'engagement.ApprovalDelegated': decided('delegated'),
    'engagement.ApprovalLapsed': decided('lapsed'),
  },
);
