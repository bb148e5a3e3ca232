import type { Id } from '@bw/kernel';
import type { Taken } from '@bw/messaging';

export interface LastFinding {
  /** The issue that the finding raised last. */
  readonly issueId: Id;
  /** Position of the event that told of it last. */
  readonly position: number;
}

interface FindingRow {
  readonly issue: Id;
  readonly position: string;
}

/**
 * What is known of a finding. A local table and no stream of its own: whether the issue is still open is asked of the
 * issue's own stream, so the two cannot disagree; the row is stored together with the consumer's offset, and findings
 * of one engagement come one after the other, so nobody else can raise the same one in between.
 */
export async function lastFinding(tx: Taken['tx'], fingerprint: string): Promise<LastFinding | undefined> {
  const { rows } = await tx.query<FindingRow>('select issue, position from risk.fingerprint where fingerprint = $1', [
    fingerprint,
  ]);
  return rows[0] && { issueId: rows[0].issue, position: Number(rows[0].position) };
}

export async function rememberFinding(
  { tx, event }: Pick<Taken, 'tx' | 'event'>,
  fingerprint: string,
  issueId: Id,
): Promise<void> {
  await tx.query(
    `insert into risk.fingerprint (tenant, fingerprint, issue, position) values ($1, $2, $3, $4)
     on conflict (tenant, fingerprint) do update set issue = excluded.issue, position = excluded.position`,
    [event.tenant, fingerprint, issueId, event.position],
  );
}
