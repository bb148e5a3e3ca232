import { Module } from '@nestjs/common';
import { EvmModule } from '../evm/evm.module.ts';
import { KpiMeasuringConsumer } from './kpi-measuring.consumer.ts';
import { KpiMeasuring } from './kpi-measuring.ts';
import { KpisController } from './kpis.controller.ts';

/** Key figures with targets: measuring, crossed thresholds, values at any point. */
@Module({
  imports: [EvmModule],
  controllers: [KpisController, KpiMeasuringConsumer],
  providers: [KpiMeasuring],
})
export class KpiModule {}
