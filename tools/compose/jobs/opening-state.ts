import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who was first to speak for an empty installation: whoever fills it, or whoever opens it as it is. */
export type Claim = 'sample' | 'open';
export type Outcome = 'done' | 'failed';

/**
 * Whether an installation is filled with sample data before it opens. Its events must be recorded under a replay clock, and
 * once a service has run on the wall's clock nothing older can be recorded: so one of the two comes first, for good.
 */
export class OpeningState {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The claim that holds: this one where nobody was first. */
  claim(claim: Claim): Claim {
    try {
      writeFileSync(this.#file('claim'), claim, { flag: 'wx' });
      return claim;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException; // thrown by the file system
      if (code !== 'EEXIST') throw error;
      return readFileSync(this.#file('claim'), 'utf8') === 'sample' ? 'sample' : 'open';
    }
  }

  note(outcome: Outcome): void {
    writeFileSync(this.#file(outcome), '');
  }

  outcome(): Outcome | undefined {
    return (['done', 'failed'] as const).find((outcome) => existsSync(this.#file(outcome)));
  }

  #file(name: string): string {
    return join(this.#folder, name);
  }
}
