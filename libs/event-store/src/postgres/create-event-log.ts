import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_MANY } from './append-many.sql.ts';

/** The schema `log`: the log of a service. Runs on PostgreSQL 15 and newer. */
export class CreateEventLog1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(APPEND_MANY);
    await runner.query(PUBLISHED);
    await runner.query(WALLS);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('A log is never taken away: migrations only go forward.');
  }
}

const TABLES = `
  create schema log;

  -- One row: the last position given out and when. Whoever appends takes it last, so positions have no gaps and the
  -- order of commit is the order of positions. The column shard keeps the way open to several logs side by side.
  create table log.head (
    shard smallint primary key,
    pos bigint not null,
    recorded timestamptz(3)
  ) with (fillfactor = 10);
  insert into log.head values (0, 0, null);

  create table log.stream (
    stream_no bigint generated always as identity primary key,
    tenant uuid not null,
    name text not null,
    kind text not null,
    version bigint not null default 0,
    hash bytea,
    archived_at timestamptz,
    unique (tenant, name)
  ) with (fillfactor = 80);

  -- data is json, not jsonb: it is kept as it was written (its hash is over the text), and costs half the time.
  create table log.event (
    pos bigint not null,
    shard smallint not null default 0,
    stream_no bigint not null,
    version bigint not null,
    tenant uuid not null,
    id uuid not null,
    type text not null,
    schema smallint not null,
    key text not null,
    client uuid,
    engagement uuid,
    effective timestamptz(3) not null,
    effective_day date,
    effective_zone text,
    recorded timestamptz(3) not null,
    actor text not null,
    on_behalf_of text,
    command uuid not null,
    correlation uuid not null,
    causation uuid not null,
    reason text,
    corrects uuid,
    replayed boolean not null default false,
    data json not null,
    meta json,
    key_ref uuid,
    prev_hash bytea,
    hash bytea not null,
    primary key (shard, pos),
    unique (stream_no, version)
  );
  comment on column log.event.key_ref is 'Key of the encrypted fields of data.';
  comment on column log.event.hash is 'sha256 of prev_hash, the content, version and recorded: a chain per stream.';

  create table log.snapshot (
    stream_no bigint primary key references log.stream,
    version bigint not null,
    schema text not null,
    state json not null,
    at timestamptz not null default now()
  );
`;

/** What leaves the service: all tenants, in log order. Its owner passes row security, whoever reads it sees it all. */
const PUBLISHED = `
  create view log.published_event as
  select e.pos, s.name as stream, e.version, e.tenant, e.id, e.type, e.schema, e.key, e.client, e.engagement,
    e.effective, e.effective_day, e.effective_zone, e.recorded, e.actor, e.on_behalf_of, e.command, e.correlation,
    e.causation, e.reason, e.corrects, e.replayed, e.data, e.meta
  from log.event e join log.stream s on s.stream_no = e.stream_no
  where e.shard = 0;
`;

const MY_TENANT = `tenant = nullif(current_setting('app.tenant', true), '')::uuid`;

const WALLS = `
  alter table log.stream enable row level security;
  alter table log.event enable row level security;
  alter table log.snapshot enable row level security;
  create policy own_tenant on log.stream using (${MY_TENANT});
  create policy own_tenant on log.event using (${MY_TENANT});
  create policy own_tenant on log.snapshot
    using (exists (select from log.stream s where s.stream_no = snapshot.stream_no));
`;

/** The app may read its tenant's rows and append through the one function; the reader may read what is published. */
const GRANTS = `
  do $$
  declare
    app text := current_setting('bw.app_role', true);
    reader text := current_setting('bw.reader_role', true);
  begin
    if coalesce(app, '') = '' or coalesce(reader, '') = '' then
      raise exception 'Database % does not name its roles.', current_database()
        using hint = 'Set bw.app_role and bw.reader_role with alter database, or create it with createServiceDatabase.';
    end if;
    revoke all on all functions in schema log from public;
    execute format('revoke all on all tables in schema log from %I, %I', app, reader);
    execute format('grant usage on schema log to %I, %I', app, reader);
    execute format('grant select on log.head to %I, %I', app, reader);
    execute format('grant select on log.stream, log.event to %I', app);
    execute format('grant select, insert, update, delete on log.snapshot to %I', app);
    execute format('grant execute on function log.append_many to %I', app);
    execute format('grant select on log.published_event to %I', reader);
  end $$;
`;
