import type { Id, Instant } from '@bw/kernel';
import type { ParkedTimer, Timer } from '../timers.ts';
import { ShelvedTimers, type TimersOptions } from './shelved-timers.ts';
import type { Claim, Claimed, Failure, TimerShelf } from './timer-shelf.ts';

interface Kept extends Claimed {
  /** Real time up to which nobody else may fire it. */
  readonly heldUntil: number;
  readonly reason?: string;
  readonly parked: boolean;
}

/** Timers without a database, for pure tests. Passes the same contract suite as those in PostgreSQL. */
export class MemoryTimers extends ShelvedTimers {
  constructor(options: TimersOptions) {
    super(new MemoryTimerShelf(), options);
  }
}

class MemoryTimerShelf implements TimerShelf {
  readonly #kept = new Map<string, Kept>();
  #generations = 0;

  async put(timer: Timer): Promise<void> {
    this.#generations += 1;
    this.#kept.set(keyOf(timer), { timer, generation: this.#generations, failures: 0, heldUntil: 0, parked: false });
  }

  async remove(tenant: Id, name: string, key: string): Promise<void> {
    this.#kept.delete(keyOf({ tenant, name, key }));
  }

  async claim({ now, names, leaseMs }: Claim): Promise<Claimed | undefined> {
    const free = this.#waiting().find(
      ({ timer, heldUntil }) => timer.due <= now && names.includes(timer.name) && heldUntil <= Date.now(),
    );
    if (free) this.#kept.set(keyOf(free.timer), { ...free, heldUntil: Date.now() + leaseMs });
    return free;
  }

  async done(claimed: Claimed): Promise<void> {
    if (this.#same(claimed)) this.#kept.delete(keyOf(claimed.timer));
  }

  async failed(claimed: Claimed, { reason, retryInMs, park }: Failure): Promise<void> {
    const kept = this.#same(claimed);
    if (!kept) return;
    const failures = kept.failures + 1;
    this.#kept.set(keyOf(kept.timer), { ...kept, failures, reason, parked: park, heldUntil: Date.now() + retryInMs });
  }

  async next(): Promise<Instant | undefined> {
    return this.#waiting()[0]?.timer.due;
  }

  async countDue(now: Instant): Promise<number> {
    return this.#waiting().filter(({ timer }) => timer.due <= now).length;
  }

  async parked(): Promise<readonly ParkedTimer[]> {
    const parked = [...this.#kept.values()].filter((kept) => kept.parked);
    return parked.map(({ timer, failures, reason = '' }) => ({ ...timer, failures, reason }));
  }

  #waiting(): readonly Kept[] {
    const waiting = [...this.#kept.values()].filter(({ parked }) => !parked);
    return waiting.sort((a, b) => (a.timer.due < b.timer.due ? -1 : a.timer.due > b.timer.due ? 1 : 0));
  }

  #same({ timer, generation }: Claimed): Kept | undefined {
    const kept = this.#kept.get(keyOf(timer));
    return kept?.generation === generation ? kept : undefined;
  }
}

function keyOf({ tenant, name, key }: Pick<Timer, 'tenant' | 'name' | 'key'>): string {
  return JSON.stringify([tenant, name, key]);
}
