import { Module } from '@nestjs/common';
import { EvmModule } from '../evm/evm.module.ts';
import { OverviewModule } from '../overview/overview.module.ts';
import { PortfolioController } from './portfolio.controller.ts';
import { TrendsQuery } from './trends.query.ts';

/** All engagements at a glance. */
@Module({ imports: [OverviewModule, EvmModule], controllers: [PortfolioController], providers: [TrendsQuery] })
export class PortfolioModule {}
