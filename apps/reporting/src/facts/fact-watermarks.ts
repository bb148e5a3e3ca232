import { Injectable } from '@nestjs/common';
import { FactStore } from '@bw/projections';
import type { WatermarkListener } from '@bw/service-shell';

/** Notes up to which instant each log is known to be complete, so that a quiet log holds up no reading. */
@Injectable()
export class FactWatermarks implements WatermarkListener {
  constructor(private readonly facts: FactStore) {}

  onWatermark(...[watermark, tx]: Parameters<WatermarkListener['onWatermark']>): Promise<void> {
    return this.facts.complete(tx, watermark);
  }
}
