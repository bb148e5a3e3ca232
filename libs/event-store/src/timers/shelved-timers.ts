import type { Id, Instant } from '@bw/kernel';
import type { Clock } from '../clock.ts';
import { type ParkedTimer, type Timer, Timers } from '../timers.ts';
import type { Claimed, TimerShelf } from './timer-shelf.ts';

export interface TimersOptions {
  readonly clock: Clock;
  /** Told of every handler that failed and of every look at the timers that failed: for the log. */
  readonly report: (error: unknown, doing: string) => void;
  /** How often to look for timers that another process set. */
  readonly pollMs?: number;
  readonly leaseMs?: number;
  /** The first pause after a failure; every further one is twice as long. */
  readonly retryMs?: number;
  readonly mostFailures?: number;
}

const LONGEST_RETRY_MS = 5 * 60_000;
const DEFAULTS = { pollMs: 1_000, leaseMs: 60_000, retryMs: 1_000, mostFailures: 10 };

/** Fires the timers of a shelf, one after the other, by the service's clock. */
export class ShelvedTimers extends Timers {
  readonly #shelf: TimerShelf;
  readonly #options: Required<TimersOptions>;
  readonly #handlers = new Map<string, (timer: Timer) => Promise<void>>();
  #firing: Promise<number> = Promise.resolve(0);
  #loop: Promise<void> | undefined;
  #running = false;
  #wake: () => void = () => {};
  #wakesAt: Instant | undefined;
  /** A timer was set since the loop last looked. */
  #hasNews = false;

  constructor(shelf: TimerShelf, options: TimersOptions) {
    super();
    this.#shelf = shelf;
    this.#options = { ...DEFAULTS, ...options };
  }

  override async set(timer: Timer): Promise<void> {
    await this.#shelf.put(timer);
    this.#hasNews = true;
    if (this.#wakesAt !== undefined && timer.due < this.#wakesAt) this.#wake();
  }

  override cancel(tenant: Id, name: string, key: string): Promise<void> {
    return this.#shelf.remove(tenant, name, key);
  }

  override on(name: string, handle: (timer: Timer) => Promise<void>): void {
    if (this.#handlers.has(name)) throw new Error(`There is a handler for the timer ${name} already.`);
    this.#handlers.set(name, handle);
  }

  override next(): Promise<Instant | undefined> {
    return this.#shelf.next();
  }

  override countDue(): Promise<number> {
    return this.#shelf.countDue(this.#options.clock.now());
  }

  override parked(): Promise<readonly ParkedTimer[]> {
    return this.#shelf.parked();
  }

  override start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#loop = this.#fireForEver();
  }

  override async stop(): Promise<void> {
    this.#running = false;
    this.#wake();
    await this.#loop;
  }

  override fireDue(): Promise<number> {
    // In turn with the loop: when it resolves, what was under way is done too.
    const fire = () => this.#fireAllDue();
    this.#firing = this.#firing.then(fire, fire);
    return this.#firing;
  }

  async #fireForEver(): Promise<void> {
    while (this.#running) {
      try {
        this.#hasNews = false;
        await this.fireDue();
        await this.#sleep(await this.#shelf.next());
      } catch (error) {
        this.#options.report(error, 'looking for timers that are due');
        await this.#sleep(undefined);
      }
    }
  }

  async #fireAllDue(): Promise<number> {
    const { clock, leaseMs } = this.#options;
    const names = [...this.#handlers.keys()];
    for (let fired = 0; ; fired += 1) {
      const claimed = await this.#shelf.claim({ now: clock.now(), names, leaseMs });
      if (!claimed) return fired;
      await this.#fire(claimed);
      if (this.#loop && !this.#running) return fired + 1; // stopping: the rest is for the next start
    }
  }

  async #fire(claimed: Claimed): Promise<void> {
    const { timer, failures } = claimed;
    try {
      const handle = this.#handlers.get(timer.name);
      if (!handle) throw new Error(`Nobody handles the timer ${timer.name}.`);
      await handle(timer);
    } catch (error) {
      const { retryMs, mostFailures, report } = this.#options;
      report(error, `firing the timer ${timer.name} of ${timer.key}`);
      await this.#shelf.failed(claimed, {
        reason: error instanceof Error ? error.message : String(error),
        retryInMs: Math.min(LONGEST_RETRY_MS, retryMs * 2 ** failures),
        park: failures + 1 >= mostFailures,
      });
      return;
    }
    await this.#shelf.done(claimed);
  }

  /** Until the next timer is due, somebody sets an earlier one, or it is time to look what other processes did. */
  async #sleep(next: Instant | undefined): Promise<void> {
    if (!this.#running || this.#hasNews) return;
    const { clock, pollMs } = this.#options;
    const untilDue = next === undefined ? pollMs : Date.parse(next) - Date.parse(clock.now());
    // A timer that is due but held (by a lease, after a failure) must not turn the loop into a spin.
    const milliseconds = untilDue <= 0 ? pollMs : Math.min(pollMs, untilDue);
    this.#wakesAt = new Date(Date.parse(clock.now()) + milliseconds).toISOString();
    await new Promise<void>((resolve) => {
      const timeout = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timeout);
        resolve();
      };
    });
    this.#wake = () => {};
    this.#wakesAt = undefined;
  }
}
