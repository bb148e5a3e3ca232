/** A log whose events are folded. */
export interface Source {
  /** `source` of its events: the name of the service that owns the log. */
  readonly name: string;
  /** What rows hold instead of the name. Never reused for another log. */
  readonly id: number;
  /** Letters that stand for it in a cut token. */
  readonly code: string;
}

/** The logs of an installation, looked up by name, id or code. */
export class Sources {
  readonly #byName: ReadonlyMap<string, Source>;
  readonly #byId: ReadonlyMap<number, Source>;
  readonly #byCode: ReadonlyMap<string, Source>;

  constructor(readonly all: readonly Source[]) {
    this.#byName = new Map(all.map((source) => [source.name, source]));
    this.#byId = new Map(all.map((source) => [source.id, source]));
    this.#byCode = new Map(all.map((source) => [source.code, source]));
    const distinct = Math.min(this.#byName.size, this.#byId.size, this.#byCode.size);
    if (distinct < all.length) throw new Error('Every source log needs a name, an id and a code of its own.');
    const odd = all.find(({ code }) => !/^[a-z]+$/.test(code));
    if (odd) throw new Error(`The code of source ${odd.name} must be small letters, not "${odd.code}".`);
  }

  named(name: string): Source {
    const source = this.#byName.get(name);
    if (!source) throw new Error(`No source log is called "${name}": add it to the list of sources.`);
    return source;
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  withId(id: number): Source {
    const source = this.#byId.get(id);
    if (!source) throw new Error(`Rows name source ${id}, which the list of sources does not hold.`);
    return source;
  }

  withCode(code: string): Source | undefined {
    return this.#byCode.get(code);
  }
}
