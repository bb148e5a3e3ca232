import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { LeaseLost, type Notices } from './bus.ts';
import type { Transaction } from './delivery.ts';
import { sayFailure } from './failure.ts';
import { sleep } from './waiting.ts';

const LEASE_MS = 5_000;

export interface LeaseOptions {
  readonly name: string;
  readonly pool: Pool;
  readonly notices: Notices;
  /** How long it holds without being renewed: so long a crashed holder keeps others waiting. */
  readonly leaseMs?: number;
}

/**
 * The right of one process to do something alone, as a row in the service's database. A holder that was believed dead
 * and comes back cannot harm: `fence` fails in its transaction.
 */
export class Lease {
  private readonly owner = randomUUID();
  private readonly leaseMs: number;
  private epoch?: string;
  private renewal?: NodeJS.Timeout;

  constructor(private readonly options: LeaseOptions) {
    this.leaseMs = options.leaseMs ?? LEASE_MS;
  }

  /** Resolves with true once this process holds it, with false when `signal` ends the wait. */
  async acquire(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (await this.take()) {
        this.renewal ??= setInterval(() => void this.renew(), this.leaseMs / 3);
        return true;
      }
      await sleep(Math.min(1_000, this.leaseMs / 4), signal);
    }
    return false;
  }

  /** In the holder's transaction, before its work: locks the row, so nobody takes over until the transaction ends. */
  async fence(tx: Transaction): Promise<void> {
    const { rowCount } = await tx.query(
      'select from bus.lease where name = $1 and owner = $2 and epoch = $3 for share',
      [this.options.name, this.owner, this.epoch],
    );
    if (rowCount !== 1) throw new LeaseLost(this.options.name);
  }

  /** Lets the next process begin at once. */
  async release(): Promise<void> {
    clearInterval(this.renewal);
    this.renewal = undefined;
    if (this.epoch === undefined) return;
    this.epoch = undefined;
    await this.options.pool.query('update bus.lease set until = clock_timestamp() where name = $1 and owner = $2', [
      this.options.name,
      this.owner,
    ]);
  }

  private async take(): Promise<boolean> {
    const { rows } = await this.options.pool.query<{ epoch: string }>(
      `insert into bus.lease as l (name, owner, until)
       values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
       on conflict (name) do update set owner = excluded.owner, until = excluded.until,
         epoch = l.epoch + case when l.owner = excluded.owner then 0 else 1 end
       where l.owner = excluded.owner or l.until < clock_timestamp()
       returning epoch`,
      [this.options.name, this.owner, this.leaseMs],
    );
    this.epoch = rows[0]?.epoch;
    return this.epoch !== undefined;
  }

  private async renew(): Promise<void> {
    try {
      await this.options.pool.query(
        `update bus.lease set until = clock_timestamp() + $3 * interval '1 millisecond' where name = $1 and owner = $2`,
        [this.options.name, this.owner, this.leaseMs],
      );
    } catch (error) {
      // Not fatal: `fence` decides what may be stored, and the next renewal comes long before the lease ends.
      this.options.notices.warn(`The lease ${this.options.name} could not be renewed: ${sayFailure(error)}`);
    }
  }
}
