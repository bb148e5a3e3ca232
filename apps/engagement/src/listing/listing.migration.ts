import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lists that people browse: one row per thing, as it is now. */
export class CreateListing1767312000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema listing cascade');
  }
}

const TABLE = `
  create schema listing;
  comment on schema listing is 'Current lists of clients, memberships, engagements, terms and approvals; made from the log, safe to drop and fold anew.';

  create table listing.line (
    tenant uuid not null,
    kind text not null,
    id uuid not null,
    client uuid,
    engagement uuid,
    status text not null,
    sort text not null collate "C",
    version integer not null,
    content jsonb not null,
    primary key (tenant, kind, id)
  );
  create index line_order on listing.line (tenant, kind, sort, id);

  alter table listing.line enable row level security;
  create policy tenant_wall on listing.line
    using (tenant = nullif(current_setting('app.tenant', true), '')::uuid)
    with check (tenant = nullif(current_setting('app.tenant', true), '')::uuid);
`;
