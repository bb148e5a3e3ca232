import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';

/**
 * The issue that a finding raised last. A local table and no stream of its own: whether that issue is still open is
 * asked of the issue's own stream, so the two cannot disagree; the row is stored together with the consumer's offset,
 * and findings of one engagement come one after the other, so nobody else can raise the same one in between.
 */
export async function lastRaisedFor(tx: Transaction, fingerprint: string): Promise<Id | undefined> {
  const { rows } = await tx.query<{ readonly issue: Id }>('select issue from risk.fingerprint where fingerprint = $1', [
    fingerprint,
  ]);
  return rows[0]?.issue;
}

export async function rememberRaised(
  tx: Transaction,
  { tenant, fingerprint, issueId }: { readonly tenant: Id; readonly fingerprint: string; readonly issueId: Id },
): Promise<void> {
  await tx.query(
    `insert into risk.fingerprint (tenant, fingerprint, issue) values ($1, $2, $3)
     on conflict (tenant, fingerprint) do update set issue = excluded.issue`,
    [tenant, fingerprint, issueId],
  );
}
