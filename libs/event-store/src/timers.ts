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

/** A timer that failed so often that somebody has to look. Setting it again gives it a new start. */
export interface ParkedTimer extends Timer {
  readonly failures: number;
  readonly reason: string;
}

/** Alarms that survive a restart. Each fires at least once; its handler's commands carry ids made from the timer. */
export abstract class Timers {
  abstract set(timer: Timer): Promise<void>;
  abstract cancel(tenant: Id, name: string, key: string): Promise<void>;
  /** Registers the handler of that name; called once per due timer, earliest first, under a lease. */
  abstract on(name: string, handle: (timer: Timer) => Promise<void>): void;
  /** When the next timer of this service is due. */
  abstract next(): Promise<Instant | undefined>;

  /** Begins to fire timers as the clock reaches them. Handlers are registered before. */
  abstract start(): void;
  /** Lets the handler that runs finish, and fires no more. */
  abstract stop(): Promise<void>;
  /** Fires what is due by the clock, also what became due by firing; how many. After a replay clock was set. */
  abstract fireDue(): Promise<number>;
  /** How many are due and not done: waiting, running, or to be tried again. */
  abstract countDue(): Promise<number>;
  abstract parked(): Promise<readonly ParkedTimer[]>;
}
