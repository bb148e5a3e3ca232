import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { errors, type Locator } from 'playwright-core';

/** Counts checks, a line for each. */
export class Checks {
  passed = 0;
  failed = 0;
  skipped = 0;
  readonly #lines: string[] = [];

  holds(name: string, isSo: boolean, otherwise = ''): void {
    if (isSo) {
      this.passed++;
      this.#say(`ok   ${name}`);
    } else {
      this.failed++;
      this.#say(`FAIL ${name}${otherwise && `\n       ${otherwise}`}`);
    }
  }

  equals(name: string, found: unknown, wanted: unknown): void {
    const otherwise = `found ${JSON.stringify(found)}\n       wanted ${JSON.stringify(wanted)}`;
    this.holds(name, isDeepStrictEqual(found, wanted), otherwise);
  }

  /** Waits for it: a page may still be loading. */
  async shows(name: string, locator: Locator): Promise<void> {
    const problem = await appears(locator);
    this.holds(name, problem === undefined, problem);
  }

  broke(name: string, error: unknown): void {
    this.holds(name, false, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  skip(name: string, why: string): void {
    this.skipped++;
    this.#say(`skip ${name}: ${why}`);
  }

  #say(line: string): void {
    this.#lines.push(line);
    console.log(line);
  }

  /** In the form in which all tests are counted. */
  store(file: string): void {
    mkdirSync(dirname(file), { recursive: true });
    const { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests } = this;
    const rest = { numTodoTests: 0, numRuntimeErrorTestSuites: 0, lines: this.#lines };
    writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests, numPendingTests, ...rest }));
  }
}

async function appears(locator: Locator): Promise<string | undefined> {
  try {
    await locator.first().waitFor({ state: 'visible' });
    return undefined;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return error.message;
    throw error;
  }
}
