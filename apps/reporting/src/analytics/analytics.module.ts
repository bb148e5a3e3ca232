import { Module } from '@nestjs/common';
import { DictionaryController } from './dictionary.controller.ts';
import { DictionaryQuery } from './dictionary.query.ts';

/** What analysts need to know; what they read stands in the database itself. */
@Module({ controllers: [DictionaryController], providers: [DictionaryQuery] })
export class AnalyticsModule {}
