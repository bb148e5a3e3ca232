import { Module } from '@nestjs/common';
import { IssueClocksController } from './issue-clocks.controller.ts';
import { IssueClocksQuery } from './issue-clocks.query.ts';

/** Issues and the clocks that run on them. */
@Module({ controllers: [IssueClocksController], providers: [IssueClocksQuery], exports: [IssueClocksQuery] })
export class IssueClocksModule {}
