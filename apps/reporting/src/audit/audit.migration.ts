import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the trail is looked up by: a stream's own events, and what sets an event right. */
export class IndexTheTrail1764100000001 implements MigrationInterface {
  readonly name = 'IndexTheTrail1764100000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index feed_entry_stream on feed.entry (tenant, stream, position)');
    await runner.query(
      `create index feed_entry_corrects on feed.entry (tenant, (event ->> 'corrects'))
       where event ->> 'corrects' is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index feed.feed_entry_corrects, feed.feed_entry_stream');
  }
}
