import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** The addresses of a service's database, one per role. */
export interface ServiceDatabase {
  /** Owns the database: runs migrations. Row security does not bind it. */
  readonly ownerUrl: string;
  /** What the running service uses: reads and writes rows, bound by row security, owns nothing. */
  readonly databaseUrl: string;
  /** Sees the published log and nothing else: for the relay and for other services on the embedded bus. */
  readonly logUrl: string;
}

export interface ServiceDatabaseOptions {
  /** Where it is not named like the service. */
  readonly database?: string;
  /** Of the roles that log in. Whoever exposes the server to a network gives one. */
  readonly password?: string;
}

/** Settings of the database by which a migration learns to whom it grants. */
export const APP_ROLE_SETTING = 'bw.app_role';
export const READER_ROLE_SETTING = 'bw.reader_role';
export const ANALYST_ROLE_SETTING = 'bw.analyst_role';

const LOCAL_PASSWORD = 'bridgework';
/** Any fixed number: whoever creates roles on a server waits for the others. */
const ROLES_LOCK = 4_711_001;

/**
 * A database for a service and its three roles `<service>_owner`, `<service>_app`, `<service>_reader`. May be called
 * again: what is there already stays. `adminUrl` is that of a role which may create roles and databases.
 *
 * Whatever the owner creates later, the app role may use: tables, sequences and schemas. The reader gets only what a
 * migration grants it by name, and so does `<service>_analyst`, the group without login that analysts' own roles are
 * members of. This file is plain TypeScript without imports of ours, so that tools run it from source.
 */
export async function createServiceDatabase(
  adminUrl: string,
  service: string,
  { database = service, password = LOCAL_PASSWORD }: ServiceDatabaseOptions = {},
): Promise<ServiceDatabase> {
  const logins = { owner: `${service}_owner`, app: `${service}_app`, reader: `${service}_reader` };
  const roles = { ...logins, analyst: `${service}_analyst` };
  await withClient(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [ROLES_LOCK]);
    for (const role of Object.values(logins))
      await createRole(admin, role, `login password ${escapeLiteral(password)}`);
    await createRole(admin, roles.analyst, 'nologin');
    await createDatabase(admin, database, roles);
  });
  await withClient(urlFor(adminUrl, { database }), async (admin) => {
    await admin.query(defaultPrivileges(roles.owner, roles.app));
  });
  return {
    ownerUrl: urlFor(adminUrl, { database, user: roles.owner, password }),
    databaseUrl: urlFor(adminUrl, { database, user: roles.app, password }),
    logUrl: urlFor(adminUrl, { database, user: roles.reader, password }),
  };
}

async function createRole(admin: Client, role: string, kind: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await admin.query(`${verb} role ${escapeIdentifier(role)} nosuperuser nobypassrls nocreaterole ${kind}`);
}

interface Roles {
  readonly owner: string;
  readonly app: string;
  readonly reader: string;
  readonly analyst: string;
}

async function createDatabase(admin: Client, database: string, roles: Roles): Promise<void> {
  const name = escapeIdentifier(database);
  const owner = escapeIdentifier(roles.owner);
  const others = [roles.app, roles.reader, roles.analyst].map((role) => escapeIdentifier(role)).join(', ');
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
  // An administrator who is no superuser may only give a database to a role that it is a member of.
  await admin.query(`grant ${owner} to current_user`);
  if (rowCount === 0) await admin.query(`create database ${name} owner ${owner}`);
  await admin.query(`
    alter database ${name} owner to ${owner};
    revoke all on database ${name} from public;
    grant connect on database ${name} to ${others};
    alter database ${name} set ${APP_ROLE_SETTING} = ${escapeLiteral(roles.app)};
    alter database ${name} set ${READER_ROLE_SETTING} = ${escapeLiteral(roles.reader)};
    alter database ${name} set ${ANALYST_ROLE_SETTING} = ${escapeLiteral(roles.analyst)};
  `);
}

function defaultPrivileges(ownerRole: string, appRole: string): string {
  const [owner, app] = [escapeIdentifier(ownerRole), escapeIdentifier(appRole)];
  return `
    grant usage on schema public to ${app};
    alter default privileges for role ${owner} grant usage on schemas to ${app};
    alter default privileges for role ${owner} grant select, insert, update, delete on tables to ${app};
    alter default privileges for role ${owner} grant usage, select on sequences to ${app};
  `;
}

function urlFor(
  url: string,
  { database, user, password }: { database: string; user?: string; password?: string },
): string {
  const result = Object.assign(new URL(url), { pathname: `/${database}` });
  if (user) result.username = encodeURIComponent(user);
  if (password) result.password = encodeURIComponent(password);
  return result.href;
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
