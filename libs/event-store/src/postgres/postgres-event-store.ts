import type { Event } from '@bw/contracts-base';
import { type Id, type Instant, isId } from '@bw/kernel';
import { escapeLiteral, type Pool, type QueryResult } from 'pg';
import { MAX_BATCH_BYTES, MAX_BATCH_COMMANDS, MAX_WAITING_BYTES, MAX_WAITING_COMMANDS } from '../append-limits.ts';
import { Batcher, type Outcome } from '../batcher.ts';
import type { Clock } from '../clock.ts';
import { type Appended, type AppendRequest, EventStore, type LogHead, VersionConflict } from '../event-store.ts';
import { appended, type PreparedAppend, prepareAppend } from '../prepared-append.ts';
import type { StreamProof } from '../stream-proof.ts';
import { APPEND_SQL, appendArguments } from './append-arguments.ts';
import { columns, type EventRow, toEvent } from './event-rows.ts';
import { firstBroken, linkOf, type SealedRow } from './hash-chain.ts';
import { retrying } from './transient.ts';

export interface PostgresEventStoreOptions {
  /** Name of the service that owns the log. */
  readonly source: string;
  /** Connections of the app role: appends, and reads streams behind row security. */
  readonly pool: Pool;
  /** Connections of the reader role: `readLog`. Without it this store cannot read the log of all tenants. */
  readonly readerPool?: Pool;
  readonly clock: Clock;
  readonly limits?: { readonly waitingCommands?: number; readonly waitingBytes?: number };
}

interface VerdictRow {
  readonly verdict: 'stored' | 'repeated' | 'conflict';
  readonly version: string;
  readonly pos: string | null;
  readonly recorded: Date | null;
}

/** After a broken connection it is unknown what was stored; ids tell a retry from a conflict, so trying again is safe. */
const RETRIES = { attempts: 4, firstDelayMs: 50 };

const eventsOf = (tenant: Id, stream: string): string =>
  `(select e.*, s.name from log.stream s join log.event e on e.stream_no = s.stream_no
    where s.tenant = ${escapeLiteral(tenant)} and s.name = ${escapeLiteral(stream)}) found`;

/** A service's log in its PostgreSQL database. */
export class PostgresEventStore extends EventStore {
  readonly source: string;
  readonly #options: PostgresEventStoreOptions;
  readonly #batcher: Batcher<PreparedAppend, Appended>;

  constructor(options: PostgresEventStoreOptions) {
    super();
    this.source = options.source;
    this.#options = options;
    this.#batcher = new Batcher({
      run: (batch) => retrying(() => this.#store(batch), RETRIES),
      laneOf: ({ request }) => `${request.tenant}/${request.stream}`,
      bytesOf: ({ bytes }) => bytes,
      limits: {
        batchItems: MAX_BATCH_COMMANDS,
        batchBytes: MAX_BATCH_BYTES,
        waitingItems: options.limits?.waitingCommands ?? MAX_WAITING_COMMANDS,
        waitingBytes: options.limits?.waitingBytes ?? MAX_WAITING_BYTES,
      },
    });
  }

  override async append(request: AppendRequest): Promise<Appended> {
    const result = await this.#batcher.add(prepareAppend(request));
    return result.repeated ? { ...result, events: await this.#storedEvents(request, result) } : result;
  }

  override async readStream(tenant: Id, stream: string, after = 0): Promise<readonly Event[]> {
    const rows = await this.#asTenant<EventRow>(
      tenant,
      `select ${columns('name')} from ${eventsOf(tenant, stream)} where version > ${Math.trunc(after)} order by version`,
    );
    return rows.map((row) => toEvent(this.source, row));
  }

  override async readLog(after: number, limit: number): Promise<readonly Event[]> {
    const { readerPool } = this.#options;
    if (!readerPool) {
      throw new Error(`The log of ${this.source} was asked for by somebody without its reader role's connection.`);
    }
    // Positions have no gaps, so a page is a range. Without a name: a plan kept for any limit would sort the whole log.
    const { rows } = await readerPool.query<EventRow>(
      `select ${columns('stream')} from log.published_event where pos > $1 and pos <= $1::bigint + $2::int order by pos`,
      [after, limit],
    );
    return rows.map((row) => toEvent(this.source, row));
  }

  override async head(): Promise<LogHead> {
    const pool = this.#options.readerPool ?? this.#options.pool;
    const { rows } = await pool.query<{ pos: string; recorded: Date | null }>(
      'select pos, recorded from log.head where shard = 0',
    );
    const [head] = rows;
    if (!head) throw new Error(`The log of ${this.source} has no head row: its migrations did not run to their end.`);
    return { position: Number(head.pos), ...(head.recorded && { recorded: head.recorded.toISOString() }) };
  }

  override async proof(tenant: Id, stream: string): Promise<StreamProof> {
    const [head] = await this.#asTenant<{ version: string; hash: Buffer }>(
      tenant,
      `select version, hash from log.stream where tenant = ${escapeLiteral(tenant)} and name = ${escapeLiteral(stream)}`,
    );
    const rows = await this.#asTenant<SealedRow>(
      tenant,
      `select ${columns('name')}, data::text as text, prev_hash, hash from ${eventsOf(tenant, stream)} order by version`,
    );
    const version = Number(head?.version ?? 0);
    const broken = firstBroken(rows, head && { version, hash: head.hash });
    return { stream, version, ...(broken !== undefined && { firstBroken: broken }), links: rows.map(linkOf) };
  }

  /** Resolves once every command that was taken has its answer: before the connections are closed. */
  async drain(): Promise<void> {
    await this.#batcher.idle();
  }

  async #store(batch: readonly PreparedAppend[]): Promise<readonly Outcome<Appended>[]> {
    const { pool, clock } = this.#options;
    const { rows } = await pool.query<VerdictRow>({
      name: 'append-many',
      text: APPEND_SQL,
      values: appendArguments(batch, clock),
    });
    return batch.map((prepared, index) => this.#outcome(prepared, rows[index]));
  }

  #outcome(prepared: PreparedAppend, row: VerdictRow | undefined): Outcome<Appended> {
    const { stream, expected } = prepared.request;
    if (!row) return { ok: false, error: new Error(`The log gave no verdict on a command for stream ${stream}.`) };
    if (row.verdict === 'conflict' || row.pos === null || row.recorded === null) {
      return { ok: false, error: new VersionConflict(stream, expected, Number(row.version)) };
    }
    const recorded: Instant = row.recorded.toISOString();
    const replayed = this.#options.clock.mode === 'replay';
    const place = { version: Number(row.version), position: Number(row.pos), recorded, source: this.source, replayed };
    return { ok: true, result: appended(prepared, { ...place, repeated: row.verdict === 'repeated' }) };
  }

  /** A retry may come with other words than the first time; what counts is what was stored. */
  async #storedEvents({ tenant, stream, events }: AppendRequest, { version }: Appended): Promise<readonly Event[]> {
    return (await this.readStream(tenant, stream, version - events.length)).slice(0, events.length);
  }

  /**
   * One round trip: statements sent together are one transaction, so the setting that row security reads ends with it.
   * Such statements take no parameters; what goes into them is an id that was checked, a number, or an escaped literal.
   */
  async #asTenant<Row>(tenant: Id, sql: string): Promise<readonly Row[]> {
    if (!isId(tenant)) throw new Error(`Not a tenant's id: ${String(tenant)}`);
    const answer: unknown = await this.#options.pool.query(
      `select set_config('app.tenant', '${tenant}', true); ${sql}`,
    );
    const [, found] = answer as [QueryResult, QueryResult & { rows: Row[] }]; // one result per statement
    return found.rows;
  }
}
