import type { Pool } from 'pg';
import { Bus, type Notices, type Subscribed, type Subscription, WHOLE_LOG } from './bus.ts';
import { failureOf, sayFailure } from './failure.ts';
import { Lease } from './lease.ts';
import { type LogPage, PgLog } from './pg-log.ts';
import { backOff } from './waiting.ts';

export interface PgLogBusOptions {
  /** Address of each service's published log, by the reader role: `<SERVICE>_LOG_URL`. */
  readonly logs: Readonly<Record<string, string>>;
  /** The consumer's own database: its leases lie there. */
  readonly pool: Pool;
  readonly notices: Notices;
  readonly pageSize?: number;
  /** How often a log is looked at even if nobody said that it had grown. */
  readonly pollMs?: number;
  readonly leaseMs?: number;
}

const PAGE_SIZE = 500;
const POLL_MS = 1_000;

/** The bus of an installation without a broker: each group reads the services' logs where they are. */
export class PgLogBus extends Bus {
  constructor(private readonly options: PgLogBusOptions) {
    super();
  }

  subscribe(subscription: Subscription): Subscribed {
    const readers = subscription.sources.map((source) => {
      const url = this.options.logs[source];
      if (url === undefined)
        throw new Error(`${subscription.group} reads ${source}, but nobody said where its log is.`);
      return new SourceReader({ ...this.options, subscription, source, url });
    });
    return {
      stop: async () => {
        await Promise.all(readers.map((reader) => reader.stop()));
      },
      abandon: async () => {
        await Promise.all(readers.map((reader) => reader.letGo()));
      },
      problems: () => readers.flatMap((reader) => reader.problem ?? []),
    };
  }
}

interface SourceReaderOptions extends PgLogBusOptions {
  readonly subscription: Subscription;
  readonly source: string;
  readonly url: string;
}

/** Reads one log for one group, alone: a lease keeps other processes of the group waiting. */
class SourceReader {
  problem?: string;
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;
  private readonly log: PgLog;
  private readonly lease: Lease;

  constructor(private readonly options: SourceReaderOptions) {
    const { source, url, subscription, pool, notices, leaseMs } = options;
    this.log = new PgLog(source, url, `${subscription.group} reads ${source}`);
    this.lease = new Lease({ name: `${subscription.group} reads ${source}`, pool, notices, leaseMs });
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort(new Error(`${this.options.subscription.group} stops reading ${this.options.source}.`));
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (let attempt = 1; !signal.aborted; attempt++) {
      try {
        if (await this.lease.acquire(signal)) await this.readOn(() => (attempt = 0));
      } catch (error) {
        if (signal.aborted) break;
        this.report(error);
        await backOff(attempt, signal);
      }
    }
    await this.letGo();
  }

  async letGo(): Promise<void> {
    await Promise.all([this.lease.release(), this.log.close()]).catch((error: unknown) => this.report(error));
  }

  /** Until it is stopped or something breaks. A page is fetched while the one before is applied. */
  private async readOn(isWell: () => void): Promise<void> {
    const { subscription, source, pageSize = PAGE_SIZE, pollMs = POLL_MS } = this.options;
    const { signal } = this.stopping;
    let after = Math.max(0, (await subscription.start(source, WHOLE_LOG)) - 1);
    let settled = '';
    let page = await this.log.read(after, pageSize);
    while (!signal.aborted) {
      this.examine(page, after);
      const last = page.events.at(-1)?.position ?? after;
      const isEnd = last >= page.head;
      const next = isEnd ? undefined : quiet(this.log.read(last, pageSize));
      const at = isEnd ? page.watermark?.at : undefined;
      if (page.events.length > 0 || (subscription.wantsWatermarks && at !== undefined && at > settled)) {
        await subscription.handle(
          {
            source,
            partition: WHOLE_LOG,
            partitions: 1,
            events: page.events.map((event) => ({ event, offset: event.position })),
            nextOffset: last + 1,
            mark: { position: last, ...(at !== undefined && { at }) },
            head: { position: page.head },
            fence: (tx) => this.lease.fence(tx),
          },
          signal,
        );
        settled = at ?? settled;
      }
      isWell();
      this.problem = undefined;
      after = last;
      if (!next) await this.log.growth(pollMs, signal);
      if (signal.aborted) return;
      page = await (next ?? this.log.read(after, pageSize));
    }
  }

  /** A log has no holes and never gets shorter; where it seems to, going on would lose events without a word. */
  private examine({ events, head }: LogPage, after: number): void {
    const { source, subscription } = this.options;
    if (head < after) {
      throw new Error(
        `The log of ${source} ends at ${head}, but ${subscription.group} has read up to ${after}: ` +
          `it was restored from an older copy. Restore ${subscription.group} from a copy of the same time.`,
      );
    }
    events.forEach(({ position }, index) => {
      if (position !== after + index + 1) throw new Error(`The log of ${source} has no event at ${after + index + 1}.`);
    });
  }

  private report(error: unknown): void {
    const { subscription, source, notices } = this.options;
    if (failureOf(error) === 'superseded') {
      this.problem = undefined; // it stands by now, which is no trouble
      notices.log(sayFailure(error));
      return;
    }
    const problem = `${subscription.group} cannot read the log of ${source}: ${sayFailure(error)}`;
    if (problem !== this.problem) notices.warn(`${problem}. It goes on trying.`);
    this.problem = problem;
  }
}

/** Whoever awaits it later gets its error; until then it is nobody's. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
