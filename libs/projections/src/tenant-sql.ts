import { isId, type Id } from '@bw/kernel';
import type { Pool } from 'pg';
import type { Sql } from './sql.ts';

/** Runs reads with row security set to the tenant. */
export async function asTenant<Result>(pool: Pool, tenant: Id, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  if (!isId(tenant)) throw new Error(`"${String(tenant)}" is no tenant.`);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // One round trip. The id was checked above: it holds hexadecimal digits and dashes only.
    await client.query(`begin read only; set local app.tenant = '${tenant}'`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollback: Error) => (broken = rollback));
    throw error;
  } finally {
    client.release(broken);
  }
}
