import type { Event } from '@bw/contracts-base';
import type { Instant } from '@bw/kernel';
import type { Mark, Watermark } from './bus.ts';
import type { Transaction } from './delivery.ts';

export interface Place {
  readonly source: string;
  readonly partition: number;
}

export interface Stored {
  readonly nextOffset: number;
  /** The highest position that was applied or parked. */
  readonly position: number;
}

export interface Progress {
  readonly nextOffset: number;
  readonly position: number;
  /** When the last of the events was recorded. */
  readonly recorded?: Instant;
  readonly mark?: Mark;
  readonly partitions: number;
}

/** How an event came to be parked. */
export interface Parking {
  readonly event: Event;
  readonly partition: number;
  readonly reason: string;
  readonly stack?: string;
  readonly attempts: number;
  /** Set where the event itself is fine, but an earlier one of its key is parked. */
  readonly behind: boolean;
}

export interface DeadLetter {
  readonly id: number;
  readonly group: string;
  readonly source: string;
  readonly partition: number;
  readonly position: number;
  readonly key: string;
  readonly reason: string;
  readonly stack?: string;
  readonly attempts: number;
  readonly behind: boolean;
  readonly state: 'parked' | 'applied' | 'skipped';
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly note?: string;
  readonly by?: string;
  readonly event: Event;
}

export interface DeadLetterQuery {
  readonly source?: string;
  readonly key?: string;
  /** Without it: those that are parked. */
  readonly state?: DeadLetter['state'];
  /** Only letters after this id: for pages. */
  readonly after?: number;
  readonly limit?: number;
}

/** How far a group is with one source. */
export interface SourcePosition {
  readonly source: string;
  /** Everything up to this position is applied or parked. */
  readonly position: number;
  /** The end of the source's log as far as it is known here. */
  readonly head: number;
  readonly lagEvents: number;
  /** Age of the last event that was applied, while there are later ones; 0 where all is applied. */
  readonly lagSeconds: number;
  readonly watermark?: Watermark;
  readonly parked: number;
}

/** A consumer's transaction on its own database, and the bookkeeping that is stored with it. */
export interface ConsumerWork {
  readonly tx: Transaction;
  /** Locks the group's row of the partition: two readers of it take turns. */
  lock(place: Place): Promise<Stored>;
  /**
   * Locks the group's row of the whole source before any effect. Transactions that tell how far a source is complete lock it
   * first and what handlers wrote then; one that did it the other way round would meet them in a deadlock.
   */
  takeTurn(place: Place): Promise<void>;
  /** Locks all of the group's rows of the source: no reader of it goes on meanwhile. */
  lockSource(source: string): Promise<void>;
  /** Which of these keys have a parked event. */
  parkedKeys(source: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** False where this released event was applied before. */
  claimReleased(source: string, eventId: string): Promise<boolean>;
  /** Row security lets through this tenant's rows from here on. */
  actFor(tenant: string): Promise<void>;
  /** What `work` wrote stays only if it succeeds; its error comes out again. */
  attempt(work: () => Promise<void>): Promise<void>;
  park(source: string, parking: Parking): Promise<void>;
  /** Parked letters of a key in log order. */
  lettersOf(source: string, key: string, limit: number): Promise<readonly DeadLetter[]>;
  countParked(source: string, key: string): Promise<number>;
  /** False where somebody else has settled it already. */
  settle(letter: DeadLetter, outcome: LetterOutcome): Promise<boolean>;
  save(place: Place, progress: Progress): Promise<void>;
  /** Takes in what is known of the log's end. Gives the watermark that holds now, where it is later than before. */
  advance(place: Place, news: { readonly mark?: Mark; readonly head?: Mark }): Promise<Watermark | undefined>;
}

export type LetterOutcome =
  | { readonly state: 'applied' }
  | { readonly state: 'skipped'; readonly note: string; readonly by: string }
  | { readonly state: 'parked'; readonly reason: string; readonly stack?: string };

/** Where a group keeps how far it is. One per group. */
export interface ConsumerStore {
  readonly group: string;
  transaction<T>(work: (consumer: ConsumerWork) => Promise<T>): Promise<T>;
  /** All rows of the source: the partitions of Kafka and the whole log, if the installation has used both. */
  stored(source: string): Promise<readonly (Place & Stored & { readonly partitions: number })[]>;
  letters(query: DeadLetterQuery): Promise<readonly DeadLetter[]>;
  letter(id: number): Promise<DeadLetter | undefined>;
  positions(): Promise<readonly SourcePosition[]>;
  /** Breaks off transactions in flight: nothing of them is stored. */
  abandon(): Promise<void>;
}
