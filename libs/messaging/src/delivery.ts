import type { Event, Fact } from '@bw/contracts-base';
import type { Issued } from '@bw/kernel';

/** The consumer's own transaction: what is written here is stored together with the offset, or not at all. */
export interface Transaction {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[]; readonly rowCount: number | null }>;
}

export interface Taken<E extends Event = Event> {
  readonly event: E;
  /** For the command that follows from the event: the same event always gives the same command id. */
  readonly issued: Issued;
  /** For a further command to the same stream that follows from the same event: a name of its own per command. */
  issuedFor(step: string): Issued;
  readonly tx: Transaction;
}

/** The envelope of each of these facts. */
export type EventOf<F extends Fact> = F extends Fact<infer Type, infer Data> ? Event<Type, Data> : never;

export type Handlers<F extends Fact> = {
  readonly [Type in F['type']]?: (
    data: Extract<F, { type: Type }>['data'],
    taken: Taken<EventOf<Extract<F, { type: Type }>>>,
  ) => Promise<unknown> | void;
};

/** One event on its way to one handler, inside the consumer's transaction. Row security is set to its tenant. */
export interface Delivery {
  readonly event: Event;
  readonly tx: Transaction;
  /** Calls the handler of the event's type; types that are not listed are none of the consumer's business. */
  take<F extends Fact>(message: unknown, handlers: Handlers<F>): Promise<void>;
}

/** Events of one tenant in the order of the bus, for handlers that fold many at once. */
export interface BatchDelivery {
  readonly tenant: string;
  readonly tx: Transaction;
}

/** Refuses, by throwing, an event whose data is not what its contract says. */
export type ContractCheck = (event: Event) => void;
