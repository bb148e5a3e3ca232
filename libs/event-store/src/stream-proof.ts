import { createHash } from 'node:crypto';
import type { Id, Instant } from '@bw/kernel';

/** One event's place in the chain of its stream. Hashes are sha256 in hexadecimal digits. */
export interface ChainLink {
  /** Version of the stream with this event. */
  readonly version: number;
  readonly event: Id;
  readonly type: string;
  readonly recorded: Instant;
  /** Fingerprint of the envelope and of the data as they are stored now. */
  readonly content: string;
  /** What the log sealed it with when it was written. */
  readonly hash: string;
}

/** Whether a stream is as it was written, with all that somebody needs to find out alone. */
export interface StreamProof {
  readonly stream: string;
  readonly version: number;
  /** The first version that was changed, taken away or slipped in; not there where nothing was. */
  readonly firstBroken?: number;
  readonly links: readonly ChainLink[];
}

/** The seal of an event: over the seal before it, its content, its version and its recorded time in milliseconds. */
export function sealOf(before: Buffer, content: Buffer, version: number, recordedMs: number): Buffer {
  const place = Buffer.alloc(16);
  place.writeBigInt64BE(BigInt(version), 0);
  place.writeBigInt64BE(BigInt(recordedMs), 8);
  return createHash('sha256').update(before).update(content).update(place).digest();
}
