import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { escapeLiteral, Pool, type PoolClient, type QueryResult } from 'pg';
import type { ServiceConfig } from '../config/service-config.ts';
import type { ServiceLogger } from '../operations/logger.ts';

export type SqlValue = string | number | Buffer | null | undefined;

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

  /** Which server answers. */
  async ping(): Promise<string> {
    const { rows } = await this.pool.query<{ server_version: string }>('show server_version');
    return `PostgreSQL ${rows[0]?.server_version ?? 'of an unknown version'}`;
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

  /**
   * One statement for that tenant in one round trip, a transaction of its own:
   * ``database.ask<Row>(tenant)`select ... where client = ${client}` ``. Values become literals of the statement.
   */
  ask<Row extends object>(tenant: Id): (sql: TemplateStringsArray, ...values: readonly SqlValue[]) => Promise<Row[]> {
    return async (sql, ...values) => {
      const statement = sql.map((text, index) => text + (index < values.length ? literal(values[index]) : '')).join('');
      const both = `select set_config('app.tenant', ${literal(tenant)}, true); ${statement}`;
      const answer: unknown = await this.pool.query(both);
      return (answer as [QueryResult, QueryResult<Row>])[1].rows; // one result per statement
    };
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

function literal(value: SqlValue): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? escapeLiteral(value) : `'\\x${value.toString('hex')}'::bytea`;
}
