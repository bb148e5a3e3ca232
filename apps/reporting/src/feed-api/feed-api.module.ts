import { Module } from '@nestjs/common';
import { EventTypesController, SchemasController } from './event-types.controller.ts';
import { FeedGrowth } from './feed-growth.ts';
import { FeedController } from './feed.controller.ts';
import { FeedReader } from './feed.reader.ts';

/** The event feed for integrators: pages, long poll, server-sent events. */
@Module({ controllers: [FeedController, EventTypesController, SchemasController], providers: [FeedReader, FeedGrowth] })
export class FeedApiModule {}
