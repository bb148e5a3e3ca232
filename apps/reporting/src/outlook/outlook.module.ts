import { Module } from '@nestjs/common';
import { EvmModule } from '../evm/evm.module.ts';
import { PlanActivitiesModule } from '../plan-activities/plan-activities.module.ts';
import { OutlookController } from './outlook.controller.ts';
import { OutlookQuery } from './outlook.query.ts';

/** Where plans are heading by their schedule runs. */
@Module({ imports: [EvmModule, PlanActivitiesModule], controllers: [OutlookController], providers: [OutlookQuery] })
export class OutlookModule {}
