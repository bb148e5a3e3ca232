import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the service keeps beside its log: what a question over many streams needs, and files that wait for a decision. */
export class CreateSchedulingTables1767226000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of WALLED) await runner.query(wall(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema scheduling cascade');
  }
}

export const schedulingMigrations = [CreateSchedulingTables1767226000001];

const WALLED = ['plan', 'calendar', 'holiday_set', 'progress', 'actual', 'schedule', 'baseline', 'import'];

const TABLES = `
  create schema scheduling;
  comment on schema scheduling is 'Local tables of the scheduling service; all but imports can be made again from its log.';

  create table scheduling.plan (
    tenant uuid not null,
    plan uuid not null,
    engagement uuid not null,
    title text not null,
    calendars uuid[] not null,
    data_date timestamptz,
    primary key (tenant, plan)
  );
  create index plan_of_engagement on scheduling.plan (tenant, engagement);

  create table scheduling.calendar (
    tenant uuid not null,
    calendar uuid not null,
    engagement uuid,
    name text not null,
    holiday_sets uuid[] not null default '{}',
    version int not null default 0,
    primary key (tenant, calendar)
  );

  create table scheduling.holiday_set (
    tenant uuid not null,
    holiday_set uuid not null,
    name text not null,
    country text not null,
    subdivision text,
    year int not null,
    primary key (tenant, holiday_set)
  );

  create table scheduling.progress (
    tenant uuid not null,
    activity uuid not null,
    plan uuid not null,
    status_date timestamptz not null,
    actual_start timestamptz,
    actual_duration bigint not null,
    remaining_duration bigint not null,
    actual_finish timestamptz,
    primary key (tenant, activity)
  );
  create index progress_of_plan on scheduling.progress (tenant, plan);

  create table scheduling.actual (
    tenant uuid not null,
    activity uuid not null,
    primary key (tenant, activity)
  );
  comment on table scheduling.actual is 'Activities with progress or cost: these stay in their plan.';

  create table scheduling.schedule (
    tenant uuid not null,
    plan uuid not null,
    run uuid not null,
    input_hash text not null,
    finish timestamptz not null,
    critical uuid[] not null,
    primary key (tenant, plan)
  );

  create table scheduling.baseline (
    tenant uuid not null,
    baseline uuid not null,
    plan uuid not null,
    status text not null,
    data_date timestamptz not null,
    hash text not null,
    position bigint not null,
    primary key (tenant, baseline)
  );
  create index baseline_of_plan on scheduling.baseline (tenant, plan);

  create table scheduling.import (
    tenant uuid not null,
    import uuid not null,
    kind text not null check (kind in ('plan', 'calendar')),
    target uuid not null,
    status text not null check (status in ('ready', 'blocked', 'accepted')),
    file_name text not null,
    file_hash text not null,
    summary jsonb not null,
    rows jsonb not null,
    draft jsonb not null,
    created_by text not null,
    created_at timestamptz not null,
    accepted_at timestamptz,
    primary key (tenant, import)
  );
  create index import_of_target on scheduling.import (tenant, target, created_at);
`;

/** Whoever is bound by row security sees the rows of the tenant that the transaction names, and none without one. */
function wall(table: string): string {
  const ours = "tenant = nullif(current_setting('app.tenant', true), '')::uuid";
  return `
    alter table scheduling.${table} enable row level security;
    create policy tenant_wall on scheduling.${table} using (${ours}) with check (${ours});
  `;
}
