import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the service keeps beside its log: what others promised, and where its own things are found. */
export class CreateRiskTables1767226100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['service_level', 'escalation_policy', 'calendar', 'line', 'fingerprint']) {
      await runner.query(wall(table));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema risk cascade');
  }
}

export const riskMigrations = [CreateRiskTables1767226100001];

const TABLES = `
  create schema risk;
  comment on schema risk is 'What the risk service knows of other services, and where its own streams are found.';

  create table risk.service_level (
    tenant uuid not null,
    engagement uuid not null,
    severity smallint not null,
    acknowledge_minutes integer not null,
    resolve_minutes integer not null,
    calendar uuid,
    warn_at_bp integer[] not null,
    reopen text not null,
    since timestamptz not null,
    position bigint not null,
    primary key (tenant, engagement, severity)
  );
  comment on column risk.service_level.position is 'Of the event that said so: one that comes again is not news.';
  comment on column risk.service_level.since is 'When the severity first had a service level: no clock starts before.';
  create index service_level_calendar on risk.service_level (tenant, calendar);

  create table risk.escalation_policy (
    tenant uuid not null,
    engagement uuid not null,
    severity smallint not null,
    levels jsonb not null,
    position bigint not null,
    primary key (tenant, engagement, severity)
  );

  create table risk.calendar (
    tenant uuid not null,
    calendar uuid not null,
    version integer not null,
    definition jsonb not null,
    primary key (tenant, calendar, version)
  );
  comment on table risk.calendar is 'Every version: a clock says by which ones it was counted.';

  create table risk.line (
    tenant uuid not null,
    kind text not null,
    id uuid not null,
    engagement uuid not null,
    client uuid,
    version integer not null,
    is_open boolean not null,
    state jsonb not null,
    answered integer not null default 0,
    primary key (tenant, kind, id)
  );
  comment on table risk.line is 'The streams of an engagement and their state as of now, each by its own version.';
  comment on column risk.line.answered is 'Up to which version of the stream its events were answered: each is once.';
  create index line_engagement on risk.line (tenant, engagement, kind, id);

  create table risk.fingerprint (
    tenant uuid not null,
    fingerprint text not null,
    issue uuid not null,
    position bigint not null,
    primary key (tenant, fingerprint)
  );
  comment on table risk.fingerprint is 'The issue that was last raised for a finding. Whether it is open its stream says.';
`;

/** Whoever is bound by row security sees the rows of the tenant that the transaction names, and none without one. */
function wall(table: string): string {
  const ours = "tenant = nullif(current_setting('app.tenant', true), '')::uuid";
  return `
    alter table risk.${table} enable row level security;
    create policy tenant_wall on risk.${table} using (${ours}) with check (${ours});
  `;
}
