import { freshServiceDatabase, type ServiceDatabase } from '@bw/testing';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { eventStoreMigrations } from './migrations.ts';

export interface LogDatabase extends ServiceDatabase {
  /** Connections of the app role. */
  readonly pool: Pool;
  /** Connections of the reader role. */
  readonly readerPool: Pool;
  readonly ownerPool: Pool;
  /** Back to an empty log: much quicker than another database. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** A new database with the tables of this library. */
export async function freshLogDatabase(): Promise<LogDatabase> {
  const database = await freshServiceDatabase();
  const source = new DataSource({ type: 'postgres', url: database.ownerUrl, migrations: eventStoreMigrations });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();

  const pool = new Pool({ connectionString: database.databaseUrl, max: 4 });
  const readerPool = new Pool({ connectionString: database.logUrl, max: 2 });
  // A test may break connections; whoever uses one learns of it from the query.
  for (const one of [pool, readerPool]) one.on('error', () => {});
  const ownerPool = new Pool({ connectionString: database.ownerUrl, max: 2 });
  return {
    ...database,
    pool,
    readerPool,
    ownerPool,
    empty: async () => {
      await ownerPool.query('truncate log.event, log.stream, log.snapshot');
      await ownerPool.query('update log.head set pos = 0, recorded = null');
    },
    close: async () => {
      await Promise.all([pool.end(), readerPool.end(), ownerPool.end()]);
    },
  };
}
