import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export interface NewAnalyst {
  /** Of a role that may create roles. */
  readonly adminUrl: string;
  readonly name: string;
  readonly tenant: string;
  readonly database?: string;
}

/** Role that the views are granted to; made by reporting's set-up. */
const READERS = 'reporting_analyst';
const NAME = /^[a-z][a-z0-9_]{0,40}$/;
const TENANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Makes a login role that may only read the views of `analytics_v1`, and of those only its tenant's rows: row security
 * asks the grant table by the role's own name, which no `SET` can change. Returns its address; the password is shown
 * this once.
 */
export async function createAnalyst({ adminUrl, name, tenant, database = 'reporting' }: NewAnalyst): Promise<string> {
  if (!NAME.test(name))
    throw new Error(`"${name}" cannot be a role: lower case letters, digits and underscores, a letter first.`);
  if (!TENANT.test(tenant)) throw new Error(`"${tenant}" is no tenant id.`);
  const url = Object.assign(new URL(adminUrl), { pathname: `/${database}` });
  const role = `analyst_${name}`;
  const password = randomBytes(18).toString('base64url');

  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(roleStatements(role, password));
    // A role of that name may have been dropped before; its grant must not be the new one's.
    await client.query(
      `insert into analytics.analyst_grant (role_name, tenant) values ($1, $2)
       on conflict (role_name) do update set tenant = excluded.tenant, granted_at = now(), granted_by = session_user`,
      [role, tenant],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (error instanceof Error && 'code' in error && error.code === '42710') {
      throw new Error(`There is an analyst "${name}" already. Choose another name.`, { cause: error });
    }
    throw error;
  } finally {
    await client.end();
  }
  return Object.assign(url, { username: role, password }).href;
}

function roleStatements(role: string, password: string): string {
  const name = escapeIdentifier(role);
  return `
    create role ${name} login nosuperuser nobypassrls nocreaterole nocreatedb connection limit 8
      password ${escapeLiteral(password)} in role ${escapeIdentifier(READERS)};
    alter role ${name} set default_transaction_read_only = on;
    alter role ${name} set statement_timeout = '60s';
    alter role ${name} set idle_in_transaction_session_timeout = '5min';
    alter role ${name} set work_mem = '64MB';
    alter role ${name} set search_path = analytics_v1;
  `;
}
