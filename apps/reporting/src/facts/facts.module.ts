import { Global, Module } from '@nestjs/common';
import { Clock } from '@bw/event-store';
import { FactStore, PgTwoTimes, TwoTimes } from '@bw/projections';
import { Database } from '@bw/service-shell';
import { Readings } from '../reading/readings.ts';
import { FactsConsumer } from './facts.consumer.ts';
import { FactsController } from './facts.controller.ts';
import { FeedQuery } from './feed.query.ts';
import { FactRebuild } from './fact-rebuild.ts';
import { FactWatermarks } from './fact-watermarks.ts';
import { Feed } from './feed.ts';
import { ProjectionsController } from './projections.controller.ts';
import { projections } from './projections.ts';
import { sources } from './sources.ts';

/** What every read model stands on: facts, feed, and the one way of reading at a point of both times. */
@Global()
@Module({
  controllers: [FactsConsumer, FactsController, ProjectionsController],
  providers: [
    { provide: FactStore, useFactory: () => new FactStore({ sources, projections }) },
    FactWatermarks,
    FactRebuild,
    Feed,
    FeedQuery,
    {
      provide: TwoTimes,
      inject: [Database, Clock],
      useFactory: ({ pool }: Database, clock: Clock) => new PgTwoTimes({ pool, sources, now: () => clock.now() }),
    },
    Readings,
  ],
  exports: [TwoTimes, Readings, FeedQuery],
})
export class FactsModule {}
