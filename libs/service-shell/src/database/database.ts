import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { Pool, type PoolClient } from 'pg';
import type { ServiceConfig } from '../config/service-config.ts';
import type { ServiceLogger } from '../operations/logger.ts';

const CONNECTIONS = 10;
const READER_CONNECTIONS = 3;

/** Connections to the service's own database, as the role that row security binds. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: Pool;
  /** Sees only the published log, of all tenants. */
  readonly readerPool: Pool;

  constructor({ service, databaseUrl, logUrls }: ServiceConfig, logger: ServiceLogger) {
    this.pool = poolOf({ url: databaseUrl, name: service, max: CONNECTIONS, logger });
    this.readerPool = poolOf({
      url: logUrls[service] ?? '',
      name: `${service}-reader`,
      max: READER_CONNECTIONS,
      logger,
    });
  }

  async ping(): Promise<void> {
    await this.pool.query('select 1');
  }

  /** Runs `work` in one transaction that sees and writes the rows of that tenant only. */
  async withTenant<T>(tenant: Id, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query("select set_config('app.tenant', $1, true)", [tenant]);
      const result = await work({ query: (sql, values) => client.query(sql, values && [...values]) });
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      client.release(await rolledBack(client));
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.pool.end(), this.readerPool.end()]);
  }
}

/** What kept it from being rolled back: then the connection must not be used again. */
async function rolledBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

interface PoolWanted {
  readonly url: string;
  readonly name: string;
  readonly max: number;
  readonly logger: ServiceLogger;
}

function poolOf({ url, name, max, logger }: PoolWanted): Pool {
  const pool = new Pool({ connectionString: url, application_name: name, max, connectionTimeoutMillis: 5_000 });
  // Without a listener, a connection that breaks while idle would end the process. The pool replaces it by itself.
  pool.on('error', (error) => logger.warn(`An idle database connection of ${name} broke: ${error.message}`));
  return pool;
}
