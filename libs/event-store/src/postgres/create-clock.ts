import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which clock dates this service's events, and where it stands if it is a replay clock. */
export class CreateClock1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log.clock (
        only_one boolean primary key default true check (only_one),
        mode text not null check (mode in ('wall', 'replay')),
        at timestamptz(3) not null
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('A clock is never taken away: migrations only go forward.');
  }
}
