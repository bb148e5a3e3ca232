import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createAnalyst } from './create-analyst.ts';

const TENANT = '00000000-0000-4000-8000-00000000000a';
const OTHER = '00000000-0000-4000-8000-00000000000b';

describe('an analyst', () => {
  const adminUrl = process.env['TEST_POSTGRES_URL'] ?? '';
  const database = `reporting_${randomUUID().replaceAll('-', '')}`;
  const databaseUrl = Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
  const asked = { adminUrl, tenant: TENANT, database };

  beforeAll(async () => {
    await rows(adminUrl, `create database ${database}`);
    // What reporting's set-up and migration make, as far as it matters here.
    await rows(
      databaseUrl,
      `create role reporting_analyst nologin;
       create schema analytics; create table analytics.analyst_grant (role_name text primary key, tenant uuid not null,
         granted_at timestamptz not null default now(), granted_by text not null default session_user);
       create schema analytics_v1; create view analytics_v1.two as select 2 as two;
       grant usage on schema analytics_v1 to reporting_analyst; grant select on analytics_v1.two to reporting_analyst`,
    );
  });

  it('gets an address that reads the views, within its limits', async () => {
    const url = await createAnalyst({ ...asked, name: 'ada' });
    expect(await rows(url, 'select * from two')).toEqual([{ two: 2 }]);
    await expect(rows(url, 'create table mine (id int)')).rejects.toThrow(/read-only|permission denied/);
    const limits = `select current_setting('statement_timeout') as timeout, rolconnlimit as connections, rolsuper,
      rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`;
    expect(await rows(url, limits)).toEqual([
      {
        timeout: '1min',
        connections: 8,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
      },
    ]);
    expect(await grants()).toEqual([{ role_name: 'analyst_ada', tenant: TENANT }]);
  });

  it('is made once; the second asker is told so and changes nothing', async () => {
    await expect(createAnalyst({ ...asked, name: 'ada', tenant: OTHER })).rejects.toThrow(
      'There is an analyst "ada" already.',
    );
    expect(await grants()).toEqual([{ role_name: 'analyst_ada', tenant: TENANT }]);
  });

  it('does not inherit the grant of a dropped role of the same name', async () => {
    await rows(adminUrl, 'drop role analyst_ada');
    await createAnalyst({ ...asked, name: 'ada', tenant: OTHER });
    expect(await grants()).toEqual([{ role_name: 'analyst_ada', tenant: OTHER }]);
  });

  it.each(['Ada', 'ada; drop role x', '1st', 'a"b', ''])('cannot be called %p', async (name) => {
    await expect(createAnalyst({ ...asked, name })).rejects.toThrow('cannot be a role');
  });

  it('needs a tenant', async () => {
    await expect(createAnalyst({ ...asked, name: 'bob', tenant: 'acme' })).rejects.toThrow('is no tenant id');
  });

  const grants = () => rows(databaseUrl, 'select role_name, tenant from analytics.analyst_grant');
});

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
