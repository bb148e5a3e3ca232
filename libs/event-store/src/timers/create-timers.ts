import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Timers that survive a restart. No row security: it is the service itself that watches them, for all tenants. */
export class CreateTimers1767225600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log.timer (
        tenant uuid not null,
        name text not null,
        key text not null,
        due timestamptz(3) not null,
        payload jsonb not null,
        generation bigint not null default 1,
        failures int not null default 0,
        held_until timestamptz not null default '-infinity',
        reason text,
        parked_at timestamptz,
        primary key (tenant, name, key)
      );
      create index timer_due on log.timer (due) where parked_at is null;
      comment on column log.timer.due is 'In the time of the service''s clock; the other times are real.';
      comment on column log.timer.held_until is 'End of a lease, or of the pause after a failure.';
      comment on column log.timer.reason is 'Why it failed last.';
    `);
  }

  down(): Promise<void> {
    throw new Error('Timers are never taken away: migrations only go forward.');
  }
}
