import { Module } from '@nestjs/common';
import { OverviewModule } from '../overview/overview.module.ts';
import { PortfolioController } from './portfolio.controller.ts';

/** All engagements at a glance. */
@Module({ imports: [OverviewModule], controllers: [PortfolioController] })
export class PortfolioModule {}
