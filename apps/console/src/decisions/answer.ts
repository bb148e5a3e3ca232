import { queries } from '../api/queries.ts';
import { command, read } from '../api/request.ts';
import type { Approval } from '../api/views.ts';

export type Outcome = 'grant' | 'refuse';

export interface Answer {
  readonly outcome: Outcome;
  readonly reason: string;
  /** The same key again is the same answer, however often the button is pressed. */
  readonly key: string;
}

/** Says yes or no to exactly what was shown, and comes back once readings know it. */
export async function answer(
  { approvalId, engagementId, contentHash }: Approval,
  { outcome, reason, key }: Answer,
): Promise<void> {
  const body = { contentHash, ...(reason.trim() !== '' && { reason: reason.trim() }) };
  const { position } = await command('POST', `/api/v1/approvals/${approvalId}/${outcome}`, body, { key });
  await queries.fetchQuery({
    queryKey: ['decision-inbox', 'after', position],
    queryFn: () => read('/api/v1/decision-inbox', { engagement: engagementId, limit: '1', minPosition: position }),
  });
  await queries.invalidateQueries();
}
