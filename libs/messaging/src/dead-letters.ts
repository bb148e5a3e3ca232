import type { ConsumerRunner } from './consumer-runner.ts';
import type { ConsumerStore, DeadLetter, DeadLetterQuery } from './consumer-store.ts';
import { sayFailure } from './failure.ts';
import { isBlameOfEvent } from './parking.ts';

export interface RetryOutcome {
  readonly applied: number;
  /** What is still parked of the key; 0: the key is free again. */
  readonly left: number;
  /** Why it stopped, where it did. */
  readonly reason?: string;
}

export interface Skipping {
  /** Why it is right to go on without this event. */
  readonly note: string;
  /** The operator who decided it. */
  readonly by: string;
}

const PAGE = 200;

/** What operators do about parked events. */
export class DeadLetters {
  constructor(
    private readonly store: ConsumerStore,
    private readonly runner: ConsumerRunner,
  ) {}

  list(query: DeadLetterQuery = {}): Promise<readonly DeadLetter[]> {
    return this.store.letters(query);
  }

  /** Applies a key's parked events in order, until one fails again or the key is free. */
  async retry({ source, key }: { readonly source: string; readonly key: string }): Promise<RetryOutcome> {
    let applied = 0;
    for (;;) {
      const round = await this.retryPage(source, key);
      applied += round.applied;
      if (round.left === 0 || round.reason !== undefined) return { ...round, applied };
    }
  }

  /** Sets one letter aside for good. Those behind it stay parked until the key is retried. False: it is not parked. */
  async skip(id: number, { note, by }: Skipping): Promise<boolean> {
    const found = await this.store.letter(id);
    if (!found) return false;
    return this.store.transaction(async (work) => {
      await work.lockSource(found.source);
      return work.settle(found, { state: 'skipped', note, by });
    });
  }

  private retryPage(source: string, key: string): Promise<RetryOutcome> {
    const applier = this.runner.applierOf(source);
    return this.store.transaction(async (work) => {
      await work.lockSource(source); // nobody parks or applies events of the key meanwhile
      const letters = await work.lettersOf(source, key, PAGE);
      let applied = 0;
      let reason: string | undefined;
      for (const letter of letters) {
        try {
          await work.attempt(() => applier.apply(work, [letter.event], { released: true }));
        } catch (error) {
          if (!isBlameOfEvent(error, false)) throw error;
          reason = sayFailure(error);
          await work.settle(letter, {
            state: 'parked',
            reason,
            stack: error instanceof Error ? error.stack : undefined,
          });
          break;
        }
        await work.settle(letter, { state: 'applied' });
        applied += 1;
      }
      const left = applied < letters.length || letters.length === PAGE ? await work.countParked(source, key) : 0;
      return { applied, left, ...(reason !== undefined && { reason }) };
    });
  }
}
