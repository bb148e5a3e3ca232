import type { Id, Instant } from '@bw/kernel';

export interface Timer {
  readonly tenant: Id;
  /** Which handler it is for. */
  readonly name: string;
  /** One timer per tenant, name and key: setting it again moves it. */
  readonly key: string;
  readonly due: Instant;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Alarms that survive a restart. Each fires at least once; its handler's commands carry ids made from the timer. */
export abstract class Timers {
  abstract set(timer: Timer): Promise<void>;
  abstract cancel(tenant: Id, name: string, key: string): Promise<void>;
  /** Registers the handler of that name; called once per due timer, earliest first, under a lease. */
  abstract on(name: string, handle: (timer: Timer) => Promise<void>): void;
  /** When the next timer of this service is due. */
  abstract next(): Promise<Instant | undefined>;
}
