import type { Event } from '@bw/contracts-base';
import {
  Bus,
  type Publisher,
  type Received,
  type Subscribed,
  type Subscription,
  type Watermark,
  WHOLE_LOG,
} from './bus.ts';
import { sayFailure } from './failure.ts';
import { backOff } from './waiting.ts';

type Entry = Omit<Received, 'offset'> | { readonly mark: Watermark };

const PAGE_SIZE = 100;

/** A bus inside one process, for pure tests: at least once, in order, one reader per group and source. */
export class MemoryBus extends Bus implements Publisher {
  private readonly entries = new Map<string, Entry[]>();
  private readonly waiting = new Set<() => void>();
  /** The end of the last reader of each group and source: the next one begins after it. */
  private readonly turns = new Map<string, Promise<void>>();

  constructor(private readonly pageSize = PAGE_SIZE) {
    super();
  }

  publish(source: string, events: readonly Event[], { released } = { released: false }): Promise<void> {
    this.add(
      source,
      events.map((event) => ({ event, ...(released && { released }) })),
    );
    return Promise.resolve();
  }

  announce(source: string, mark: Watermark): Promise<void> {
    this.add(source, [{ mark }]);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  subscribe(subscription: Subscription): Subscribed {
    const stopping = new AbortController();
    const abandoned = Promise.withResolvers<void>();
    const problems = new Map<string, string>();
    const running = subscription.sources.map((source) => {
      const place = `${subscription.group}/${source}`;
      const before = this.turns.get(place) ?? Promise.resolve();
      const turn = before.then(() => this.read(subscription, source, stopping.signal, problems));
      this.turns.set(place, Promise.race([turn, abandoned.promise]));
      return turn;
    });
    return {
      stop: async () => {
        stopping.abort(new Error('The reader is stopped.'));
        this.wake();
        await Promise.all(running);
      },
      abandon: () => {
        abandoned.resolve();
        return Promise.resolve();
      },
      problems: () => [...problems.values()],
    };
  }

  private async read(
    subscription: Subscription,
    source: string,
    signal: AbortSignal,
    problems: Map<string, string>,
  ): Promise<void> {
    for (let attempt = 1; !signal.aborted; attempt++) {
      try {
        let offset = await subscription.start(source, WHOLE_LOG);
        while (!signal.aborted) {
          const entries = this.log(source).slice(offset, offset + this.pageSize);
          if (entries.length === 0) await this.growth();
          else await subscription.handle(batchOf(source, offset, entries), signal);
          offset += entries.length;
        }
      } catch (error) {
        if (signal.aborted) return;
        problems.set(source, sayFailure(error));
        await backOff(attempt, signal);
      }
    }
  }

  private add(source: string, entries: readonly Entry[]): void {
    this.log(source).push(...entries);
    this.wake();
  }

  private log(source: string): Entry[] {
    const log = this.entries.get(source) ?? [];
    this.entries.set(source, log);
    return log;
  }

  private growth(): Promise<void> {
    return new Promise((resolve) => this.waiting.add(resolve));
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}

function batchOf(source: string, start: number, entries: readonly Entry[]) {
  const events = entries.flatMap((entry, index): Received[] =>
    'event' in entry ? [{ ...entry, offset: start + index }] : [],
  );
  const mark = entries.findLast((entry) => 'mark' in entry)?.mark;
  const place = { source, partition: WHOLE_LOG, partitions: 1 };
  return { ...place, events, nextOffset: start + entries.length, ...(mark && { mark }) };
}
