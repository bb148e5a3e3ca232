import type { Event } from '@bw/contracts-base';
import { LOG_CHANNEL } from '@bw/event-store';
import { Client, type CustomTypesConfig, types } from 'pg';
import type { Watermark } from './bus.ts';

const CONNECT_MS = 3_000;
/** A page takes milliseconds; longer means that the other end is gone without a word. */
const QUERY_MS = 30_000;

export interface LogPage {
  readonly events: readonly Event[];
  /** Where the log ends. */
  readonly head: number;
  /** Set once a log has begun: what is recorded up to then has a position up to that one, for good. */
  readonly watermark?: Watermark;
}

/** Reads one service's published log, by the role that may see nothing else. One connection, made when first needed. */
export class PgLog {
  private connection?: Promise<Client>;
  private wake: () => void = () => undefined;
  private grown = false;

  constructor(
    private readonly source: string,
    private readonly url: string,
    private readonly reader: string,
  ) {}

  /** Events after that position, and the log's end, as of one instant. */
  async read(after: number, limit: number): Promise<LogPage> {
    const client = await this.connect();
    this.grown = false; // whatever grows from here on is worth another look
    const { rows } = await this.query<PageRow>(client, PAGE, [after, limit]);
    const [first] = rows;
    if (!first) throw new Error(`The log of ${this.source} has no head row: its migrations have not run.`);
    const head = Number(first.head);
    const events = rows.flatMap((row) => (isEventRow(row) ? [eventOf(row, this.source)] : []));
    // Later events are never recorded before the head row's instant, but they may be recorded at it.
    const at = first.head_recorded && new Date(Date.parse(first.head_recorded) - 1).toISOString();
    return { events, head, ...(at && { watermark: { position: head, at } }) };
  }

  /** Resolves when the log may have grown since the last read, after that time, or when `signal` ends the wait. */
  growth(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.grown || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.wake = () => undefined;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
      this.wake = done;
    });
  }

  async close(): Promise<void> {
    const closing = this.connection;
    this.connection = undefined;
    if (closing) await closing.then((client) => client.end()).catch(() => undefined); // it broke before: closed as well
  }

  private connect(): Promise<Client> {
    this.connection ??= this.open();
    return this.connection;
  }

  private async open(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: this.reader,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      keepAlive: true,
      types: PLAIN_TYPES,
    });
    try {
      client.on('error', () => this.forget());
      client.on('end', () => this.forget());
      client.on('notification', () => {
        this.grown = true;
        this.wake();
      });
      await client.connect();
      await client.query(`${PAGES_ARE_SMALL}; listen ${LOG_CHANNEL}`);
      return client;
    } catch (error) {
      this.forget();
      await client.end().catch(() => undefined); // it never opened; the first error says why
      throw error;
    }
  }

  private async query<Row extends object>(client: Client, text: string, values: unknown[]): Promise<{ rows: Row[] }> {
    try {
      return await client.query<Row>({ name: 'page', text, values });
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** The next read opens a new connection; a reader that waits finds out at once. */
  private forget(): void {
    this.connection = undefined;
    this.grown = true;
    this.wake();
  }
}

interface HeadColumns {
  readonly head: string;
  readonly head_recorded: string | null;
}

interface EventRow extends HeadColumns {
  readonly pos: string;
  readonly stream: string;
  readonly version: string;
  readonly tenant: string;
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly key: string;
  readonly client: string | null;
  readonly engagement: string | null;
  readonly effective: string;
  readonly effective_day: string | null;
  readonly effective_zone: string | null;
  readonly recorded: string;
  readonly actor: string;
  readonly on_behalf_of: string | null;
  readonly command: string;
  readonly correlation: string;
  readonly causation: string;
  readonly reason: string | null;
  readonly corrects: string | null;
  readonly replayed: boolean;
  readonly data: unknown;
}

/** Of an empty page only the head's columns are filled. */
type PageRow = EventRow | (HeadColumns & { readonly pos: null });

const isEventRow = (row: PageRow): row is EventRow => row.pos !== null;

/**
 * One statement, so one snapshot: the head and the events belong together. Positions have no gaps, so a page is a range:
 * what it costs does not depend on how much comes after it, however the planner sees it.
 */
const PAGE = `
  select h.pos as head, h.recorded as head_recorded, e.pos, e.stream, e.version, e.tenant, e.id, e.type, e.schema, e.key,
    e.client, e.engagement, e.effective, e.effective_day, e.effective_zone, e.recorded, e.actor, e.on_behalf_of,
    e.command, e.correlation, e.causation, e.reason, e.corrects, e.replayed, e.data
  from log.head h
  left join log.published_event e on e.pos > $1 and e.pos <= $1::bigint + $2::int
  where h.shard = 0
  order by e.pos
`;

/** The plan is made before the range is known, and must not read a whole table to be ready for a large one. */
const PAGES_ARE_SMALL = 'set enable_hashjoin = off; set enable_mergejoin = off; set enable_seqscan = off';

/** Instants come as our texts and days stay days, whatever the process has set for other connections. */
const PLAIN_TYPES: CustomTypesConfig = {
  getTypeParser: (type, format) => {
    if (type === types.builtins.TIMESTAMPTZ) {
      const parse = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text');
      return (text: string) => instantOf(parse(text));
    }
    if (type === types.builtins.DATE) return (text: string) => text;
    return format === 'binary' ? types.getTypeParser(type, 'binary') : types.getTypeParser(type, 'text');
  },
};

function instantOf(parsed: unknown): string {
  if (parsed instanceof Date) return parsed.toISOString();
  throw new TypeError(`PostgreSQL gave an instant that is none: ${String(parsed)}`);
}

function eventOf(row: EventRow, source: string): Event {
  return {
    id: row.id,
    type: row.type,
    version: row.schema,
    tenant: row.tenant,
    ...(row.client !== null && { client: row.client }),
    ...(row.engagement !== null && { engagement: row.engagement }),
    source,
    stream: row.stream,
    streamVersion: Number(row.version),
    position: Number(row.pos),
    key: row.key,
    effective: row.effective,
    ...(row.effective_day !== null && { effectiveDay: row.effective_day }),
    ...(row.effective_zone !== null && { effectiveZone: row.effective_zone }),
    recorded: row.recorded,
    actor: row.actor,
    ...(row.on_behalf_of !== null && { onBehalfOf: row.on_behalf_of }),
    command: row.command,
    correlation: row.correlation,
    causation: row.causation,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.corrects !== null && { corrects: row.corrects }),
    ...(row.replayed && { replayed: true }),
    data: row.data,
  };
}
