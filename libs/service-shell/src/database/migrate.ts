import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { MigrationClass } from '../app/service-parts.ts';
import type { ServiceLogger } from '../operations/logger.ts';

/** Whoever migrates this database waits for the others; any fixed number that nobody else uses. */
const MIGRATION_LOCK = 4_711_002;
const BETWEEN_TRIES_MS = 500;

export interface Migrating {
  readonly service: string;
  /** The role that owns the tables. */
  readonly ownerUrl: string;
  readonly migrations: readonly MigrationClass[];
  /** How long to wait for a database that does not answer yet. */
  readonly patienceSeconds: number;
  readonly logger: ServiceLogger;
}

/** Brings the database to the newest migration. Of several instances that start at once, one does it. */
export async function migrate(migrating: Migrating): Promise<void> {
  const { service, ownerUrl, migrations, logger } = migrating;
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: `${service}-migrations`,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    connectTimeoutMS: 5_000,
    poolSize: 2,
  });
  await connected(source, migrating);
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await source.runMigrations();
    if (done.length > 0) logger.log(`Ran ${done.length} migrations, up to ${done.at(-1)?.name ?? ''}.`);
  } catch (cause) {
    throw new Error(`The database of ${service} could not be migrated.`, { cause });
  } finally {
    await lock.release();
    await source.destroy(); // ends the session, and with it the lock
  }
}

async function connected(source: DataSource, { service, patienceSeconds, logger }: Migrating): Promise<void> {
  const deadline = Date.now() + patienceSeconds * 1000;
  for (;;) {
    try {
      await source.initialize();
      return;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      if (Date.now() >= deadline) {
        const hint = `Is it running, and is ${service.toUpperCase()}_OWNER_URL right?`;
        throw new Error(`The database of ${service} does not answer: ${reason}. ${hint}`, { cause });
      }
      logger.warn(`The database of ${service} does not answer yet: ${reason}`);
      await pause(BETWEEN_TRIES_MS);
    }
  }
}

export interface AwaitingMigrations extends Omit<Migrating, 'ownerUrl'> {
  /** Of the role that the service runs as: it may read which migrations have run, and can run none. */
  readonly pool: Pool;
}

/** For a service that runs without its owner's credentials: waits until somebody else has migrated its database. */
export async function untilMigrated(waiting: AwaitingMigrations): Promise<void> {
  const { service, patienceSeconds, logger } = waiting;
  const deadline = Date.now() + patienceSeconds * 1000;
  let told = '';
  for (;;) {
    const missing = await missingIn(waiting);
    if (missing === undefined) return;
    if (Date.now() >= deadline) {
      const hint = `Run its migrations first ("migrate" behind the service's command, with ${service.toUpperCase()}_OWNER_URL).`;
      throw new Error(`The database of ${service} is not what this release needs: ${missing}. ${hint}`);
    }
    if (missing !== told) logger.warn(`Waiting for the database of ${service}: ${missing}`);
    told = missing;
    await pause(BETWEEN_TRIES_MS);
  }
}

/** What keeps this release from working with the database; undefined where nothing does. */
async function missingIn({ pool, migrations }: AwaitingMigrations): Promise<string | undefined> {
  try {
    const { rows } = await pool.query<{ name: string }>('select name from public.migrations');
    const done = new Set(rows.map(({ name }) => name));
    const missing = migrations.filter(({ name }) => !done.has(name));
    return missing.length === 0
      ? undefined
      : `${missing.length} migrations have not run, from ${missing[0]?.name ?? ''} on`;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
