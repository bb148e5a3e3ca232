import { eventStoreMigrations, newId, PostgresEventStore, WallClock } from '@bw/event-store';
import { freshServiceDatabase, type ServiceDatabase } from '@bw/testing';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { Effect } from './bus.suite.ts';
import type { Transaction } from './delivery.ts';
import { messagingMigrations } from './migrations.ts';

/** A service's database with its log, the tables of the bus, and a table that handlers under test write to. */
export interface BusDatabase extends ServiceDatabase {
  /** Of the app role. */
  readonly pool: Pool;
  readonly owner: Pool;
  append(...effects: readonly Effect[]): Promise<void>;
  write(tx: Transaction, group: string, effect: Effect): Promise<void>;
  effects(group: string): Promise<readonly Effect[]>;
  /** Back to the beginning: much quicker than another database. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export const SOURCE = 'suite';

export async function freshBusDatabase(source = SOURCE): Promise<BusDatabase> {
  const database = await freshServiceDatabase();
  const migrations = [...eventStoreMigrations, ...messagingMigrations];
  const data = new DataSource({ type: 'postgres', url: database.ownerUrl, migrations });
  await data.initialize();
  await data.runMigrations();
  await data.query(EFFECTS);
  await data.destroy();

  const pool = new Pool({ connectionString: database.databaseUrl, max: 10 });
  pool.on('error', () => undefined); // a test may break connections; whoever uses one learns of it from the query
  const owner = new Pool({ connectionString: database.ownerUrl, max: 1 });
  const store = new PostgresEventStore({ source, pool, clock: new WallClock() });
  return {
    ...database,
    pool,
    owner,
    append: async (...effects) => {
      for (const [index, data] of effects.entries()) await store.append(requestOf(data, index));
    },
    write: async (tx, group, { key, n }) => {
      await tx.query('insert into effect (grp, tenant, key, n) values ($1, $2, $3, $4)', [
        group,
        key.slice(0, 36),
        key,
        n,
      ]);
    },
    effects: async (group) => {
      const { rows } = await owner.query<Effect>('select key, n from effect where grp = $1 order by id', [group]);
      return rows;
    },
    empty: async () => {
      await owner.query(`
        truncate log.event, log.stream, log.snapshot, bus.consumer_offset, bus.consumer_source, bus.dead_letter,
          bus.released_event, bus.lease, effect;
        update log.head set pos = 0, recorded = null`);
    },
    close: async () => {
      await store.drain();
      await Promise.all([pool.end(), owner.end()]);
    },
  };
}

function requestOf(data: Effect, index: number) {
  const command = newId();
  return {
    tenant: data.key.slice(0, 36),
    stream: `suite-${newId()}`,
    key: data.key,
    expected: 'none' as const,
    actor: `system:suite-${index}`,
    command,
    correlation: command,
    causation: command,
    events: [
      { id: newId(), type: 'suite.Happened', version: 1, effective: '2026-03-01T08:00:00.000Z', data: { ...data } },
    ],
  };
}

/** Behind row security, as the tables of services are: a handler that acted for another tenant could not write. */
const EFFECTS = `
  create table effect (id bigint generated always as identity, grp text, tenant uuid, key text, n int);
  alter table effect enable row level security;
  create policy own_tenant on effect using (tenant = nullif(current_setting('app.tenant', true), '')::uuid);
`;
