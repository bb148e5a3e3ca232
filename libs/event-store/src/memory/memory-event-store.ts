import type { Event } from '@bw/contracts-base';
import type { Id, Instant } from '@bw/kernel';
import { RETRY_HORIZON } from '../append-limits.ts';
import type { Clock } from '../clock.ts';
import {
  type Appended,
  type AppendRequest,
  EventStore,
  type Expected,
  type LogHead,
  VersionConflict,
} from '../event-store.ts';
import { appended, contentHash, prepareAppend } from '../prepared-append.ts';
import { type ChainLink, sealOf, type StreamProof } from '../stream-proof.ts';

/** The log without a database, for pure tests. Passes the same contract suite as the one in PostgreSQL. */
export class MemoryEventStore extends EventStore {
  readonly source: string;
  readonly #clock: Clock;
  readonly #log: Event[] = [];
  readonly #streams = new Map<string, Event[]>();

  constructor({ source, clock }: { readonly source: string; readonly clock: Clock }) {
    super();
    this.source = source;
    this.#clock = clock;
  }

  override async append(request: AppendRequest): Promise<Appended> {
    const prepared = prepareAppend(request);
    const { tenant, stream, expected, events, notBefore } = request;
    const there = this.#stream(tenant, stream);
    const earlier = repeated(there, request);
    if (earlier) return answer(earlier);
    if (!isAsExpected(expected, there.length)) throw new VersionConflict(stream, expected, there.length);

    const recorded = latest(this.#log.at(-1)?.recorded, this.#clock.now(), notBefore);
    const result = appended(prepared, {
      version: there.length + events.length,
      position: this.#log.length + events.length,
      recorded,
      repeated: false,
      source: this.source,
      replayed: this.#clock.mode === 'replay',
    });
    this.#log.push(...result.events);
    this.#streams.set(`${tenant}/${stream}`, [...there, ...result.events]);
    return result;
  }

  override async readStream(tenant: Id, stream: string, after = 0): Promise<readonly Event[]> {
    return this.#stream(tenant, stream).slice(after);
  }

  override async readLog(after: number, limit: number): Promise<readonly Event[]> {
    return this.#log.slice(after, after + limit);
  }

  override async head(): Promise<LogHead> {
    const last = this.#log.at(-1);
    return last ? { position: last.position, recorded: last.recorded } : { position: 0 };
  }

  override async proof(tenant: Id, stream: string): Promise<StreamProof> {
    let before: Buffer = Buffer.alloc(0);
    const links = this.#stream(tenant, stream).map((event): ChainLink => {
      const { id, type, streamVersion, recorded, data } = event;
      const content = contentHash(event, JSON.stringify(data));
      before = sealOf(before, content, streamVersion, Date.parse(recorded));
      return {
        version: streamVersion,
        event: id,
        type,
        recorded,
        content: content.toString('hex'),
        hash: before.toString('hex'),
      };
    });
    return { stream, version: links.length, links };
  }

  #stream(tenant: Id, stream: string): readonly Event[] {
    return this.#streams.get(`${tenant}/${stream}`) ?? [];
  }
}

/** The stored events where these very ids are there already, at the place where they would have gone. */
function repeated(there: readonly Event[], { expected, events }: AppendRequest): readonly Event[] | undefined {
  const start = typeof expected === 'number' ? expected : expected === 'none' ? 0 : lastPlace(there, events[0]?.id);
  const stored = there.slice(start, start + events.length);
  const isSame = stored.length === events.length && stored.every(({ id }, index) => id === events[index]?.id);
  return isSame ? stored : undefined;
}

function lastPlace(there: readonly Event[], id: Id | undefined): number {
  const place = there.findLastIndex((event) => event.id === id);
  return place < 0 || place < there.length - RETRY_HORIZON ? there.length : place;
}

function answer(events: readonly Event[]): Appended {
  const last = events.at(-1);
  if (!last) throw new Error('A repeated command has events.');
  const { streamVersion, position, recorded } = last;
  return { version: streamVersion, position, recorded, repeated: true, events };
}

function isAsExpected(expected: Expected, version: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'exists') return version > 0;
  return version === (expected === 'none' ? 0 : expected);
}

function latest(...instants: readonly (Instant | undefined)[]): Instant {
  return instants.filter((instant) => instant !== undefined).reduce((a, b) => (a > b ? a : b), '');
}
