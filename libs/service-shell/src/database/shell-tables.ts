import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the shell itself keeps in each service's database: its directory and the idempotency keys. */
export class CreateShellTables1767225800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['member', 'client', 'engagement', 'idempotency_key']) await runner.query(wall(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema shell cascade');
  }
}

export const shellMigrations = [CreateShellTables1767225800001];

const TABLES = `
  create schema shell;
  comment on schema shell is 'What every service keeps for itself: who is a member of what, and keys of requests.';

  create table shell.member (
    tenant uuid not null,
    membership uuid not null,
    user_id uuid not null,
    party text not null,
    roles text[] not null,
    client uuid,
    engagement uuid,
    from_day date not null,
    to_day date,
    position bigint not null,
    primary key (tenant, membership)
  );
  create index member_of_user on shell.member (tenant, user_id);

  create table shell.client (
    tenant uuid not null,
    client uuid not null,
    code text not null,
    name text not null,
    position bigint not null,
    primary key (tenant, client)
  );

  create table shell.engagement (
    tenant uuid not null,
    engagement uuid not null,
    client uuid not null,
    code text not null,
    title text not null,
    zone text not null,
    currency text not null,
    position bigint not null,
    primary key (tenant, engagement)
  );

  create table shell.idempotency_key (
    tenant uuid not null,
    user_id uuid not null,
    key text not null,
    fingerprint bytea not null,
    begun_at timestamptz not null,
    status int,
    headers jsonb,
    body text,
    primary key (tenant, user_id, key)
  );
  create index idempotency_key_age on shell.idempotency_key (begun_at);
`;

/** Whoever is bound by row security sees the rows of the tenant that the transaction names, and none without one. */
function wall(table: string): string {
  const ours = "tenant = nullif(current_setting('app.tenant', true), '')::uuid";
  return `
    alter table shell.${table} enable row level security;
    create policy tenant_wall on shell.${table} using (${ours}) with check (${ours});
  `;
}
