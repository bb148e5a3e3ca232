/** Collects what is not as it should be, so that one difference does not hide the next. */
export class Checks {
  #made = 0;
  readonly #wrong: string[] = [];

  get made(): number {
    return this.#made;
  }

  get wrong(): readonly string[] {
    return this.#wrong;
  }

  same(what: string, found: unknown, expected: unknown): void {
    this.#made += 1;
    const [is, should] = [JSON.stringify(found), JSON.stringify(expected)];
    if (is !== should) this.#wrong.push(`${what}: ${is} instead of ${should}`);
  }
}
