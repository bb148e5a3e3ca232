import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema `bus`: how far consumers and relay are, what is parked, who reads. No tenant data but parked events. */
export class CreateBus1767225700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(SEAL);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('Offsets are never taken away, events would be applied again: migrations only go forward.');
  }
}

/** To be listed by every service, before its own migrations. */
export const messagingMigrations = [CreateBus1767225700001] as const;

const TABLES = `
  create schema bus;

  create table bus.consumer_offset (
    grp text not null,
    source text not null,
    partition int not null,
    partitions int not null default 1,
    next_offset bigint not null default 0,
    position bigint not null default 0,
    mark_position bigint,
    mark_at timestamptz(3),
    updated_at timestamptz not null default now(),
    primary key (grp, source, partition)
  ) with (fillfactor = 50);
  comment on table bus.consumer_offset is 'How far a group has read each partition; written in the transaction of the effect.';
  comment on column bus.consumer_offset.partition is '-1: the log itself, read directly. -2: announcements of its head.';

  create table bus.consumer_source (
    grp text not null,
    source text not null,
    position bigint not null default 0,
    recorded timestamptz(3),
    head bigint not null default 0,
    pending_position bigint,
    pending_at timestamptz(3),
    watermark_position bigint,
    watermark_at timestamptz(3),
    primary key (grp, source)
  ) with (fillfactor = 50);
  comment on table bus.consumer_source is 'How far a group is with a whole source, over all its partitions.';

  create table bus.dead_letter (
    id bigint generated always as identity primary key,
    grp text not null,
    source text not null,
    partition int not null,
    position bigint not null,
    key text not null,
    event_id uuid not null,
    reason text not null,
    stack text,
    attempts int not null,
    behind boolean not null,
    state text not null default 'parked' check (state in ('parked', 'applied', 'skipped')),
    first_at timestamptz(3) not null default now(),
    last_at timestamptz(3) not null default now(),
    note text,
    by text,
    event json not null
  );
  create unique index dead_letter_parked on bus.dead_letter (grp, source, key, position) where state = 'parked';
  create index dead_letter_of_event on bus.dead_letter (event_id);

  create table bus.released_event (
    grp text not null,
    source text not null,
    event_id uuid not null,
    primary key (grp, source, event_id)
  );
  comment on table bus.released_event is 'Events that came out of their order because a relay had held them back.';

  create table bus.lease (
    name text primary key,
    owner uuid not null,
    epoch bigint not null default 1,
    until timestamptz not null
  ) with (fillfactor = 50);
`;

/**
 * Whatever is appended after this is recorded at that instant or later. So the head row alone (position and recorded)
 * tells a reader that nothing older can come, also while the log is idle.
 */
const SEAL = `
  create function bus.seal_log(at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, log as $$
    update log.head set recorded = at where shard = 0 and (recorded is null or recorded < at);
  $$;
`;

/** The service's own role gets the tables by the owner's default privileges; functions are everybody's unless revoked. */
const GRANTS = `
  do $$
  declare
    app text := nullif(current_setting('bw.app_role', true), '');
  begin
    revoke all on function bus.seal_log from public;
    if app is null then
      raise exception 'Database % does not name its application role.', current_database()
        using hint = 'Set bw.app_role with alter database, or create it with createServiceDatabase.';
    end if;
    execute format('grant usage on schema bus to %I', app);
    execute format('grant select, insert, update, delete on all tables in schema bus to %I', app);
    execute format('grant execute on function bus.seal_log to %I', app);
  end $$;
`;
