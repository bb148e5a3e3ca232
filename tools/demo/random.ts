import { createHash } from 'node:crypto';

/** Chance that comes out the same whenever it is asked with the same name: from `low` up to `high`. */
export function chance(name: string, low: number, high: number): number {
  const share = createHash('sha256').update(name).digest().readUInt32BE(0) / 0x1_0000_0000;
  return low + share * (high - low);
}
