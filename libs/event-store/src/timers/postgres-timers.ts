import type { Id, Instant } from '@bw/kernel';
import type { Pool } from 'pg';
import type { ParkedTimer, Timer } from '../timers.ts';
import { ShelvedTimers, type TimersOptions } from './shelved-timers.ts';
import type { Claim, Claimed, Failure, TimerShelf } from './timer-shelf.ts';

/** A service's timers in its database. Several processes share them: each timer is fired by one at a time. */
export class PostgresTimers extends ShelvedTimers {
  constructor({ pool, ...options }: TimersOptions & { readonly pool: Pool }) {
    super(new PostgresTimerShelf(pool), options);
  }
}

interface TimerRow {
  readonly tenant: Id;
  readonly name: string;
  readonly key: string;
  readonly due: Date;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly generation: string;
  readonly failures: number;
  readonly reason: string | null;
}

class PostgresTimerShelf implements TimerShelf {
  constructor(private readonly pool: Pool) {}

  async put({ tenant, name, key, due, payload }: Timer): Promise<void> {
    await this.pool.query(
      `insert into log.timer as t (tenant, name, key, due, payload) values ($1, $2, $3, $4, $5)
       on conflict (tenant, name, key) do update set due = excluded.due, payload = excluded.payload,
         generation = t.generation + 1, failures = 0, held_until = '-infinity', reason = null, parked_at = null`,
      [tenant, name, key, due, JSON.stringify(payload)],
    );
  }

  async remove(tenant: Id, name: string, key: string): Promise<void> {
    await this.pool.query('delete from log.timer where tenant = $1 and name = $2 and key = $3', [tenant, name, key]);
  }

  async claim({ now, names, leaseMs }: Claim): Promise<Claimed | undefined> {
    const { rows } = await this.pool.query<TimerRow>(
      // Materialized: joined as a plain subquery it may run once per row, and then holds more timers than it tells.
      `with first as materialized (
         select tenant, name, key from log.timer
         where due <= $1 and name = any ($2) and parked_at is null and held_until <= clock_timestamp()
         order by due, tenant, name, key limit 1 for update skip locked
       )
       update log.timer t set held_until = clock_timestamp() + $3 * interval '1 millisecond' from first
       where (t.tenant, t.name, t.key) = (first.tenant, first.name, first.key)
       returning t.*`,
      [now, names, leaseMs],
    );
    const [row] = rows;
    return row && { timer: toTimer(row), generation: Number(row.generation), failures: row.failures };
  }

  async done({ timer: { tenant, name, key }, generation }: Claimed): Promise<void> {
    await this.pool.query('delete from log.timer where tenant = $1 and name = $2 and key = $3 and generation = $4', [
      tenant,
      name,
      key,
      generation,
    ]);
  }

  async failed({ timer, generation }: Claimed, { reason, retryInMs, park }: Failure): Promise<void> {
    await this.pool.query(
      `update log.timer set failures = failures + 1, reason = $5,
         held_until = clock_timestamp() + $6 * interval '1 millisecond', parked_at = case when $7 then now() end
       where tenant = $1 and name = $2 and key = $3 and generation = $4`,
      [timer.tenant, timer.name, timer.key, generation, reason, retryInMs, park],
    );
  }

  async next(): Promise<Instant | undefined> {
    const { rows } = await this.pool.query<{ due: Date }>(
      'select due from log.timer where parked_at is null order by due limit 1',
    );
    return rows[0]?.due.toISOString();
  }

  async countDue(now: Instant): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>(
      'select count(*)::int as n from log.timer where parked_at is null and due <= $1',
      [now],
    );
    return rows[0]?.n ?? 0;
  }

  async parked(): Promise<readonly ParkedTimer[]> {
    const { rows } = await this.pool.query<TimerRow>(
      'select * from log.timer where parked_at is not null order by due',
    );
    return rows.map((row) => ({ ...toTimer(row), failures: row.failures, reason: row.reason ?? '' }));
  }
}

function toTimer({ tenant, name, key, due, payload }: TimerRow): Timer {
  return { tenant, name, key, due: due.toISOString(), payload };
}
