import { Module } from '@nestjs/common';
import { DecisionInboxModule } from '../decision-inbox/decision-inbox.module.ts';
import { EvmModule } from '../evm/evm.module.ts';
import { IssueClocksModule } from '../issue-clocks/issue-clocks.module.ts';
import { RegisterModule } from '../register/register.module.ts';
import { EngagementLineQuery } from './engagement-line.query.ts';
import { OverviewController } from './overview.controller.ts';

/** One engagement at a glance. */
@Module({
  imports: [EvmModule, IssueClocksModule, RegisterModule, DecisionInboxModule],
  controllers: [OverviewController],
  providers: [EngagementLineQuery],
  exports: [EngagementLineQuery],
})
export class OverviewModule {}
