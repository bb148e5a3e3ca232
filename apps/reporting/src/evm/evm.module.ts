import { Module } from '@nestjs/common';
import { Baselines } from './baselines.ts';
import { EvmController } from './evm.controller.ts';
import { EvmQuery } from './evm.query.ts';
import { PerformanceQuery } from './performance.query.ts';
import { PlanReadings } from './plan-reading.ts';

/** Earned value, earned schedule and forecasts, computed when they are read. */
@Module({
  controllers: [EvmController],
  providers: [Baselines, PlanReadings, PerformanceQuery, EvmQuery],
  exports: [PlanReadings, PerformanceQuery, EvmQuery, Baselines],
})
export class EvmModule {}
