import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factTables, LIVE } from './tables.ts';

class CreateFacts1763900000001 implements MigrationInterface {
  readonly name = 'CreateFacts1763900000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of factTables(LIVE)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema ${LIVE} cascade`);
  }
}

/** The tables of this library, for the list of a service that reads through it. */
export const projectionsMigrations = [CreateFacts1763900000001];
