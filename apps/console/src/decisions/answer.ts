import { queries } from '../api/queries.ts';
import { command, read } from '../api/request.ts';
import type { Approval } from '../api/views.ts';

export type Outcome = 'grant' | 'refuse';

/** Says yes or no to exactly what was shown, and comes back once readings know it. */
export async function answer({ approvalId, engagementId, contentHash }: Approval, outcome: Outcome, reason: string) {
  const body = { contentHash, ...(reason.trim() !== '' && { reason: reason.trim() }) };
  // The same answer again is the same command, however often the button is pressed.
  const key = `${approvalId}/${outcome}/${contentHash}`.slice(0, 200);
  const { position } = await command('POST', `/api/v1/approvals/${approvalId}/${outcome}`, body, { key });
  await queries.fetchQuery({
    queryKey: ['decision-inbox', 'after', position],
    queryFn: () => read('/api/v1/decision-inbox', { engagement: engagementId, limit: '1', minPosition: position }),
  });
  await queries.invalidateQueries();
}
