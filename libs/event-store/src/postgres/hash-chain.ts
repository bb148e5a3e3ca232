import { contentHash } from '../prepared-append.ts';
import { type ChainLink, sealOf } from '../stream-proof.ts';
import { type EventRow, toEvent } from './event-rows.ts';

/** An event's row with what seals it. */
export interface SealedRow extends EventRow {
  /** `data` as it was written. */
  readonly text: string;
  readonly prev_hash: Buffer | null;
  readonly hash: Buffer;
}

/** What the stream itself says about its last event. */
export interface ChainEnd {
  readonly version: number;
  readonly hash: Buffer;
}

/** The first version at which the chain of these rows (one stream, all of it, in order) does not hold. */
export function firstBroken(rows: readonly SealedRow[], end: ChainEnd | undefined): number | undefined {
  let before: Buffer = Buffer.alloc(0);
  for (const [index, row] of rows.entries()) {
    const version = index + 1;
    const isSealed =
      Number(row.version) === version &&
      before.equals(row.prev_hash ?? Buffer.alloc(0)) &&
      row.hash.equals(sealOfRow(row, before));
    if (!isSealed) return version;
    before = row.hash;
  }
  if (!end) return rows.length > 0 ? 1 : undefined;
  const isWhole = end.version === rows.length && end.hash.equals(before);
  return isWhole ? undefined : Math.min(end.version, rows.length + 1);
}

/** As `log.append_many` makes it. */
function sealOfRow(row: SealedRow, before: Buffer): Buffer {
  return sealOf(before, contentOf(row), Number(row.version), row.recorded.getTime());
}

const contentOf = (row: SealedRow): Buffer => contentHash(toEvent('', row), row.text);

export function linkOf(row: SealedRow): ChainLink {
  return {
    version: Number(row.version),
    event: row.id,
    type: row.type,
    recorded: row.recorded.toISOString(),
    content: contentOf(row).toString('hex'),
    hash: row.hash.toString('hex'),
  };
}
