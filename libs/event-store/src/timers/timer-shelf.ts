import type { Id, Instant } from '@bw/kernel';
import type { ParkedTimer, Timer } from '../timers.ts';

/** A timer that this process may fire for now. */
export interface Claimed {
  readonly timer: Timer;
  /** Grows whenever the timer is set, so that the end of an old run does not touch a new alarm. */
  readonly generation: number;
  /** How often it failed before. */
  readonly failures: number;
}

export interface Claim {
  readonly now: Instant;
  readonly names: readonly string[];
  /** After so long without word others may fire it. */
  readonly leaseMs: number;
}

export interface Failure {
  readonly reason: string;
  readonly retryInMs: number;
  readonly park: boolean;
}

/** Where timers are kept. Leases and pauses are measured in real time; only `due` is in the time of the clock. */
export interface TimerShelf {
  put(timer: Timer): Promise<void>;
  remove(tenant: Id, name: string, key: string): Promise<void>;
  /** The earliest due timer that nobody holds. */
  claim(claim: Claim): Promise<Claimed | undefined>;
  done(claimed: Claimed): Promise<void>;
  failed(claimed: Claimed, failure: Failure): Promise<void>;
  /** When the earliest timer is due that is not parked. */
  next(): Promise<Instant | undefined>;
  countDue(now: Instant): Promise<number>;
  parked(): Promise<readonly ParkedTimer[]>;
}
