import { Module } from '@nestjs/common';
import { EvmModule } from '../evm/evm.module.ts';
import { PlanActivitiesController } from './plan-activities.controller.ts';
import { PlanActivitiesQuery } from './plan-activities.query.ts';

/** The plan as a table. */
@Module({
  imports: [EvmModule],
  controllers: [PlanActivitiesController],
  providers: [PlanActivitiesQuery],
  exports: [PlanActivitiesQuery],
})
export class PlanActivitiesModule {}
