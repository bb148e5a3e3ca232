import { writeFileSync } from 'node:fs';

/** Counts what was compared, and keeps what was wrong visible: a line per case, at most a few examples each. */
export class Report {
  #passed = 0;
  #failed = 0;
  #skipped = 0;
  readonly #lines: string[] = [];

  /** One case: how many comparisons, which of them failed. */
  told(name: string, compared: number, wrong: readonly string[]): void {
    this.#passed += compared - wrong.length;
    this.#failed += wrong.length;
    const verdict = wrong.length === 0 ? 'ok  ' : 'FAIL';
    this.#say(`${verdict} ${name}: ${compared - wrong.length} of ${compared}`);
    for (const line of wrong.slice(0, 5)) this.#say(`       ${line}`);
    if (wrong.length > 5) this.#say(`       … and ${wrong.length - 5} more`);
  }

  /** A case that could not run to its end counts as one failure. */
  broke(name: string, error: unknown): void {
    this.told(name, 1, [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  }

  /** What could not run here, and why: counted, so that it does not pass for done. */
  skipped(name: string, why: string): void {
    this.#skipped += 1;
    this.#say(`skip ${name}: ${why}`);
  }

  #say(line: string): void {
    this.#lines.push(line);
    console.log(line);
  }

  /** In the form in which all tests are counted. */
  store(file: string): void {
    const { passed: numPassedTests, failed: numFailedTests } = this;
    const rest = { numPendingTests: this.#skipped, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };
    writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests, ...rest, lines: this.#lines }));
  }

  get passed(): number {
    return this.#passed;
  }

  get failed(): number {
    return this.#failed;
  }

  /** The closing line. */
  get count(): string {
    return `${this.#passed} passed, ${this.#failed} failed, ${this.#skipped} skipped`;
  }
}
