import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dimensions } from './dimensions.ts';
import { functionStatements, viewStatements } from './documented.ts';
import { governanceFacts } from './governance-facts.ts';
import { doors, ground } from './ground.ts';
import { planFacts } from './plan-facts.ts';
import { twoTimes } from './two-times.ts';

const ABOUT = `comment on schema analytics_v1 is 'What analysts read: documented views over everything known now, and functions for any point of both times. Names and types stay; what must change comes in a new schema.'`;

const STATEMENTS = [
  ...ground,
  ABOUT,
  ...[...dimensions, ...planFacts, ...governanceFacts].flatMap(viewStatements),
  ...twoTimes.flatMap(functionStatements),
  ...doors,
];

export class CreateAnalytics1764000000001 implements MigrationInterface {
  readonly name = 'CreateAnalytics1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['facts.flow_fact', 'facts.level_fact', 'facts.decision', 'feed.entry']) {
      await runner.query(`drop policy if exists analyst on ${table}`);
    }
    await runner.query('drop schema analytics_v1 cascade');
    await runner.query('drop schema analytics cascade');
  }
}
