import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { Pool } from 'pg';
import { ServiceLogger } from '../operations/logger.ts';
import { ServiceConfig } from '../config/service-config.ts';

/** Connections to the service's own database. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: Pool;

  constructor({ service, databaseUrl }: ServiceConfig, logger: ServiceLogger) {
    this.pool = new Pool({ connectionString: databaseUrl, application_name: service, connectionTimeoutMillis: 3_000 });
    // Without a listener, a connection that breaks while idle would end the process. The pool replaces it by itself.
    this.pool.on('error', (error) => logger.warn(`An idle database connection broke: ${error.message}`));
  }

  async ping(): Promise<void> {
    await this.pool.query('select 1');
  }

  /** Runs `work` in one transaction that sees and writes the rows of that tenant only. */
  async withTenant<T>(tenant: Id, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      await client.query("select set_config('app.tenant', $1, true)", [tenant]);
      const result = await work({ query: (sql, values) => client.query(sql, values && [...values]) });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((cause: Error) => (broken = cause));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
