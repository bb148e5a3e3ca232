/**
 * An immutable map for states with thousands of things: a change copies one bucket, not everything. (A stream of 20,000
 * events over 4,000 activities would otherwise copy tens of millions of entries each time it is loaded.)
 */
export class Entries<Value> {
  static readonly #BUCKETS = 256;
  readonly #buckets: readonly (ReadonlyMap<string, Value> | undefined)[];
  readonly size: number;

  private constructor(buckets: readonly (ReadonlyMap<string, Value> | undefined)[], size: number) {
    this.#buckets = buckets;
    this.size = size;
  }

  static empty<Value>(): Entries<Value> {
    return new Entries<Value>([], 0);
  }

  get(key: string): Value | undefined {
    return this.#buckets[bucketOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#buckets[bucketOf(key)]?.has(key) ?? false;
  }

  with(key: string, value: Value): Entries<Value> {
    const grown = this.has(key) ? 0 : 1;
    return this.#changed(bucketOf(key), (bucket) => bucket.set(key, value), grown);
  }

  without(key: string): Entries<Value> {
    return this.has(key) ? this.#changed(bucketOf(key), (bucket) => bucket.delete(key), -1) : this;
  }

  /** In no particular order. */
  values(): readonly Value[] {
    return this.#buckets.flatMap((bucket) => (bucket ? [...bucket.values()] : []));
  }

  #changed(index: number, change: (bucket: Map<string, Value>) => void, by: number): Entries<Value> {
    const bucket = new Map(this.#buckets[index]);
    change(bucket);
    const buckets =
      this.#buckets.length > 0 ? [...this.#buckets] : Array.from({ length: Entries.#BUCKETS }, () => undefined);
    buckets[index] = bucket;
    return new Entries<Value>(buckets, this.size + by);
  }
}

/** Of any text; ids made by people need not be random. */
function bucketOf(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index += 1) hash = (hash * 31 + key.charCodeAt(index)) | 0;
  return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & 255;
}
