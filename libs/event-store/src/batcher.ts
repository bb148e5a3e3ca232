import { LogBusy } from './event-store.ts';

export type Outcome<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly error: Error };

export interface BatcherLimits {
  readonly batchItems: number;
  readonly batchBytes: number;
  readonly waitingItems: number;
  readonly waitingBytes: number;
}

export interface BatcherOptions<Item, Result> {
  /** Stores the batch as one, an outcome per item in its order. Where it throws, each item is tried alone. */
  readonly run: (batch: readonly Item[]) => Promise<readonly Outcome<Result>[]>;
  /** Items of one lane keep their order and never share a batch. */
  readonly laneOf: (item: Item) => string;
  readonly bytesOf: (item: Item) => number;
  readonly limits: BatcherLimits;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly bytes: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Natural batching: while one batch is under way the next gathers. There is no timer, so a lone caller waits for nobody,
 * and the busier it gets the more share one round trip and one flush.
 */
export class Batcher<Item, Result> {
  /** Lanes with something to do, in the order in which they come to their turn. */
  readonly #lanes = new Map<string, Waiting<Item, Result>[]>();
  readonly #options: BatcherOptions<Item, Result>;
  #waitingItems = 0;
  #waitingBytes = 0;
  #running: Promise<void> | undefined;

  constructor(options: BatcherOptions<Item, Result>) {
    this.#options = options;
  }

  /** Resolves after the commit of its batch. */
  add(item: Item): Promise<Result> {
    const { laneOf, bytesOf, limits } = this.#options;
    const bytes = bytesOf(item);
    const isTooMuch = this.#waitingItems >= limits.waitingItems || this.#waitingBytes + bytes > limits.waitingBytes;
    if (isTooMuch && this.#waitingItems > 0) return Promise.reject(new LogBusy(1));

    return new Promise<Result>((resolve, reject) => {
      const lane = laneOf(item);
      const waiting = this.#lanes.get(lane);
      const entry = { item, bytes, resolve, reject };
      if (waiting) waiting.push(entry);
      else this.#lanes.set(lane, [entry]);
      this.#waitingItems += 1;
      this.#waitingBytes += bytes;
      this.#running ??= this.#runUntilEmpty();
    });
  }

  /** Resolves once nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #runUntilEmpty(): Promise<void> {
    // What is added in this same turn of the event loop joins the first batch.
    await Promise.resolve();
    while (this.#lanes.size > 0) await this.#settle(this.#nextBatch());
    this.#running = undefined;
  }

  #nextBatch(): readonly Waiting<Item, Result>[] {
    const { batchItems, batchBytes } = this.#options.limits;
    const batch: Waiting<Item, Result>[] = [];
    let bytes = 0;
    for (const [lane, [first, ...rest]] of this.#lanes) {
      if (!first) continue;
      if (batch.length > 0 && (batch.length >= batchItems || bytes + first.bytes > batchBytes)) break;
      batch.push(first);
      bytes += first.bytes;
      this.#lanes.set(lane, rest);
    }
    for (const { item, bytes: taken } of batch) {
      const lane = this.#options.laneOf(item);
      const rest = this.#lanes.get(lane) ?? [];
      this.#lanes.delete(lane);
      if (rest.length > 0) this.#lanes.set(lane, rest); // to the end of the line
      this.#waitingItems -= 1;
      this.#waitingBytes -= taken;
    }
    return batch;
  }

  async #settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const outcomes = await this.#options.run(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome?.ok) resolve(outcome.result);
        else reject(outcome?.error ?? new Error('The log gave no answer to this command.'));
      });
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1) only?.reject(error);
      else for (const one of batch) await this.#settle([one]); // one bad command harms nobody else
    }
  }
}
