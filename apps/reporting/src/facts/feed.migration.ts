import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'create schema feed',
  `create table feed.head (tenant uuid primary key, sequence bigint not null)`,
  // json, not jsonb: an event is handed on as it came.
  `create table feed.entry (
     tenant uuid not null, sequence bigint not null, event_id uuid not null, type text not null,
     source text not null, position bigint not null, client uuid, engagement uuid, stream text not null,
     effective timestamptz not null, recorded timestamptz not null, actor text not null, event json not null,
     taken_in timestamptz not null default now(),
     primary key (tenant, sequence))`,
  'create unique index feed_entry_position on feed.entry (source, position)',
  'create unique index feed_entry_event on feed.entry (event_id)',
  'create index feed_entry_engagement on feed.entry (tenant, engagement, sequence)',
  ...['head', 'entry'].flatMap((table) => [
    `alter table feed.${table} enable row level security`,
    `create policy tenant on feed.${table} using (tenant = nullif(current_setting('app.tenant', true), '')::uuid)`,
  ]),
];

export class CreateFeed1763900001001 implements MigrationInterface {
  readonly name = 'CreateFeed1763900001001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema feed cascade');
  }
}
