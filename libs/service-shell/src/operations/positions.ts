import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EventStore, Timers } from '@bw/event-store';
import { NotYet } from '@bw/projections';
import { EventBus } from '../app/event-bus.ts';

export interface Standing {
  /** Last position of the service's own log. */
  readonly log: number;
  /** How far each log that it listens to is taken in. */
  readonly consumed: Readonly<Record<string, number>>;
  /** Work that is begun or due and not finished. */
  readonly pending: number;
}

const PATIENCE_MS = 2_000;
const BETWEEN_LOOKS_MS = 10;

/** How far the service is: for operators, for whoever moves the replay clock, and for those who wait for their own write. */
@Injectable()
export class Positions {
  readonly #pending: (() => Promise<number> | number)[] = [];

  constructor(
    private readonly bus: EventBus,
    private readonly store: EventStore,
    private readonly timers: Timers,
  ) {
    this.alsoPending(() => timers.countDue());
  }

  /** For capabilities with work in the background: how much of it is begun or due just now. */
  alsoPending(count: () => Promise<number> | number): void {
    this.#pending.push(count);
  }

  async standing(): Promise<Standing> {
    const [{ position }, consumed, ...pending] = await Promise.all([
      this.store.head(),
      this.bus.consumed(),
      ...this.#pending.map((count) => count()),
    ]);
    return { log: position, consumed, pending: pending.reduce((sum, count) => sum + count, 0) };
  }

  /** Waits until these positions of other services are taken in; throws `NotYet` where that lasts too long. */
  async waitFor(wanted: Readonly<Record<string, number>>): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const missing = missingOf(wanted, await this.bus.consumed());
      if (Object.keys(missing).length === 0) return;
      if (Date.now() >= deadline) throw new NotYet(missing);
      await pause(BETWEEN_LOOKS_MS);
    }
  }
}

/** Logs that this service does not listen to tell it nothing, so there is nothing to wait for. */
function missingOf(
  wanted: Readonly<Record<string, number>>,
  consumed: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([source, position]) => (consumed[source] ?? Number.POSITIVE_INFINITY) < position),
  );
}
