import type { Event } from '@bw/contracts-base';
import type { FactStore } from './fact-store.ts';
import type { Sql } from './sql.ts';
import { ALL_TABLES, factTables, LIVE, TENANT_TABLES } from './tables.ts';

/** A connection of the tables' owner: it may create and rename schemas, and row security does not bind it. */
export interface OwnerSql extends Sql {}

export interface RebuildOptions {
  readonly owner: OwnerSql;
  /** Folds into `schema` (see `FactStoreOptions`). */
  readonly store: FactStore;
  readonly schema: string;
  /** Every event of every log, each key in its order. */
  readonly events: AsyncIterable<readonly Event[]> | Iterable<readonly Event[]>;
}

/** Folds all events into fresh tables beside the live ones. Whoever calls again after an interruption starts over. */
export async function rebuild({ owner, store, schema, events }: RebuildOptions): Promise<void> {
  if (schema === LIVE) throw new Error('A rebuild goes into tables of its own, then takes the place of the live ones.');
  await owner.query(`drop schema if exists ${schema} cascade`);
  for (const statement of factTables(schema)) await owner.query(statement);
  await inTransaction(owner, () => store.noteVersions(owner));
  for await (const batch of events) await inTransaction(owner, () => foldAll(owner, store, batch));
}

/**
 * Puts what was rebuilt in the place of the live facts, at once for every reader. `rest` are the events that were taken
 * in since: while they are read nobody can fold. Tables stay what they are, so views and grants on them do too.
 */
export async function promote({ owner, store, schema, events: rest }: RebuildOptions): Promise<void> {
  await inTransaction(owner, async () => {
    await owner.query(`lock table ${LIVE}.log_watermark in access exclusive mode`);
    for await (const batch of rest) await foldAll(owner, store, batch);
    await owner.query(`truncate ${ALL_TABLES.map((table) => `${LIVE}.${table}`).join(', ')}`);
    for (const table of ALL_TABLES) await owner.query(`insert into ${LIVE}.${table} select * from ${schema}.${table}`);
    await owner.query(`drop schema ${schema} cascade`);
  });
}

async function foldAll(owner: OwnerSql, store: FactStore, events: readonly Event[]): Promise<void> {
  for (const ofTenant of Map.groupBy(events, ({ tenant }) => tenant).values()) await store.fold(owner, ofTenant);
}

/** Count and hash of the rows of each table, whatever their order. */
export type FactHashes = Readonly<Record<string, { readonly rows: number; readonly hash: string }>>;

const KEPT: Readonly<Record<string, string>> = {
  // When a quiet log was last looked at is no fact.
  log_watermark: 'source, folded_to, folded_recorded from {schema}.log_watermark where folded_to > 0',
  // A bucket may be left empty by a reversal that moved.
  flow_bucket: '* from {schema}.flow_bucket where n <> 0 or amount <> 0',
};

/** Equal exactly where two generations of tables hold the same rows: proves that a rebuild is the live model. */
export async function factHashes(owner: OwnerSql, schema: string = LIVE): Promise<FactHashes> {
  const hashes: Record<string, FactHashes[string]> = {};
  for (const table of [...TENANT_TABLES, 'log_watermark', 'folded_ahead', 'cut'] as const) {
    const { rows } = await owner.query<{ rows: string; hash: string | null }>(
      `select count(*) as rows, sum(hashtextextended(kept::text, 0))::text as hash
       from (select ${KEPT[table] ?? `* from ${schema}.${table}`}) as kept`.replaceAll('{schema}', schema),
    );
    hashes[table] = { rows: Number(rows[0]?.rows ?? 0), hash: rows[0]?.hash ?? '0' };
  }
  return hashes;
}

async function inTransaction(sql: Sql, work: () => Promise<void>): Promise<void> {
  await sql.query('begin');
  try {
    await work();
    await sql.query('commit');
  } catch (error) {
    await sql.query('rollback');
    throw error;
  }
}
