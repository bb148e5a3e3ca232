import { Module } from '@nestjs/common';
import { FeedGrowth } from './feed-growth.ts';
import { FeedController } from './feed.controller.ts';
import { FeedReader } from './feed.reader.ts';

/** The event feed for integrators: pages, long poll, server-sent events. */
@Module({ controllers: [FeedController], providers: [FeedReader, FeedGrowth] })
export class FeedApiModule {}
