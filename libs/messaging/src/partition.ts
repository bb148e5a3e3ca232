const SEED = 0x9747b28c;
const M = 0x5bd1e995;

/** Partition of a key, as Kafka's own clients in every language choose it (murmur2), so that all agree. */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions;
}

function murmur2(bytes: Buffer): number {
  const whole = bytes.length - (bytes.length % 4);
  let hash = SEED ^ bytes.length;
  for (let at = 0; at < whole; at += 4) {
    let word = Math.imul(bytes.readInt32LE(at), M);
    word = Math.imul(word ^ (word >>> 24), M);
    hash = Math.imul(hash, M) ^ word;
  }
  const rest = bytes.subarray(whole);
  if (rest.length > 0) hash = Math.imul(hash ^ rest.readUIntLE(0, rest.length), M);
  hash = Math.imul(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
}
