import { Module } from '@nestjs/common';
import { DecisionInboxController } from './decision-inbox.controller.ts';
import { DecisionContextQuery } from './decision-context.query.ts';
import { DecisionInboxQuery } from './decision-inbox.query.ts';

/** What waits for somebody's decision. */
@Module({
  controllers: [DecisionInboxController],
  providers: [DecisionInboxQuery, DecisionContextQuery],
  exports: [DecisionInboxQuery],
})
export class DecisionInboxModule {}
