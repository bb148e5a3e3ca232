import type { Event } from '@bw/contracts-base';
import { MAX_COMMAND_BYTES, MAX_COMMAND_EVENTS } from './append-limits.ts';
import type { CivilDay, Id, Instant, Zone } from '@bw/kernel';
import type { StreamProof } from './stream-proof.ts';

/** What the stream must look like: an exact version, not there yet, there already, or no matter. */
export type Expected = number | 'none' | 'exists' | 'any';

export interface NewEvent {
  readonly id: Id;
  readonly type: string;
  readonly version: number;
  readonly effective: Instant;
  readonly effectiveDay?: CivilDay;
  readonly effectiveZone?: Zone;
  readonly corrects?: Id;
  readonly data: unknown;
}

/** One command's events for one stream: all of them are stored, or none. */
export interface AppendRequest {
  readonly tenant: Id;
  readonly stream: string;
  /** Partition key: tenant and engagement where the stream belongs to one, else tenant and stream. */
  readonly key: string;
  readonly client?: Id;
  readonly engagement?: Id;
  readonly expected: Expected;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly command: Id;
  readonly correlation: Id;
  readonly causation: Id;
  readonly reason?: string;
  readonly notBefore?: Instant;
  readonly events: readonly NewEvent[];
}

export interface Appended {
  /** The stream's version after the events. */
  readonly version: number;
  /** Place in the log of the last event. */
  readonly position: number;
  readonly recorded: Instant;
  /** True where these very events (by id) were there already: a retry. */
  readonly repeated: boolean;
  /** The events as they are stored. */
  readonly events: readonly Event[];
}

export interface LogHead {
  readonly position: number;
  /** When the last event was recorded; undefined while the log is empty. */
  readonly recorded?: Instant;
}

/** A service's event log. A class, so that it is its own injection token. */
export abstract class EventStore {
  /** Name of the service that owns the log: `source` of its events. */
  abstract readonly source: string;

  /**
   * Throws `VersionConflict` where the stream is not as expected, `LogBusy` where too much is waiting, and
   * `CommandTooLarge`. The same events again (by id) change nothing and give the first answer.
   */
  abstract append(request: AppendRequest): Promise<Appended>;

  /** Events of one stream of one tenant, oldest first, after that version (default 0: all). */
  abstract readStream(tenant: Id, stream: string, after?: number): Promise<readonly Event[]>;

  /** Events of all tenants in log order: for relays, readers and rebuilds. */
  abstract readLog(after: number, limit: number): Promise<readonly Event[]>;

  abstract head(): Promise<LogHead>;

  /** Recomputes the chain of hashes of a stream: is it as it was written? */
  abstract proof(tenant: Id, stream: string): Promise<StreamProof>;
}

export class VersionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: number,
  ) {
    super(`Stream ${stream} is at version ${actual}, not at the expected ${expected}. Read it again, then repeat.`);
  }
}

export class LogBusy extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super(`The event log has too many commands waiting. Try again in ${retryAfterSeconds} s.`);
  }
}

export class CommandTooLarge extends Error {
  constructor(
    readonly stream: string,
    readonly events: number,
    readonly bytes: number,
  ) {
    super(
      `A command for stream ${stream} wants to store ${events} events of ${bytes} bytes; the limits are ` +
        `${MAX_COMMAND_EVENTS} events and ${MAX_COMMAND_BYTES} bytes. Split it into several commands.`,
    );
  }
}
