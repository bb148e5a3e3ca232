import { createHash } from 'node:crypto';

/** Two 63-bit numbers; sets of facts add them up, so the order of adding does not matter. */
export interface LineageHash {
  readonly high: bigint;
  readonly low: bigint;
}

/** Hash of one fact: of who says it (an event), about what, and what it says. */
export function lineageHash(...parts: readonly (string | number)[]): LineageHash {
  const digest = createHash('sha256').update(parts.join('\u001f')).digest();
  // One bit less than a bigint column holds, so that a reversal can store the negative of every hash.
  return { high: digest.readBigUInt64BE(0) >> 1n, low: digest.readBigUInt64BE(8) >> 1n };
}

/** The sum of hashes as 32 hexadecimal digits: equal for equal sets of facts, whatever their order. */
export function lineageText(high: bigint, low: bigint): string {
  const hex = (sum: bigint) => BigInt.asUintN(64, sum).toString(16).padStart(16, '0');
  return hex(high) + hex(low);
}

/** The set hash of facts that are at hand. */
export function lineageOf(hashes: Iterable<LineageHash>): string {
  let [high, low] = [0n, 0n];
  for (const hash of hashes) {
    high += hash.high;
    low += hash.low;
  }
  return lineageText(high, low);
}

/** The lineage of several disjoint sets of facts together. */
export function joinLineages(lineages: readonly string[]): string {
  const sum = (from: number, to: number) =>
    lineages.reduce((total, text) => total + BigInt(`0x${text.slice(from, to) || '0'}`), 0n);
  return lineageText(sum(0, 16), sum(16, 32));
}
