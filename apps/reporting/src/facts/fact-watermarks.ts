import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bw/messaging';
import { FactStore } from '@bw/projections';
import type { WatermarkListener } from '@bw/service-shell';

/** The consumers' group: named like the service. */
const GROUP = 'reporting';

/** Notes up to which instant each log is known to be complete, so that a quiet log holds up no reading. */
@Injectable()
export class FactWatermarks implements WatermarkListener {
  constructor(private readonly facts: FactStore) {}

  async onWatermark(...[watermark, tx]: Parameters<WatermarkListener['onWatermark']>): Promise<void> {
    await this.#leaveOutSkipped(watermark.source, tx);
    await this.facts.complete(tx, watermark);
  }

  /** What an operator set aside for good will never come: readings must not wait for it. */
  async #leaveOutSkipped(source: string, tx: Transaction): Promise<void> {
    const { rows } = await tx.query<{ position: string; recorded: string }>(
      `select position, event ->> 'recorded' as recorded from bus.dead_letter
       where grp = $1 and source = $2 and state = 'skipped' order by position`,
      [GROUP, source],
    );
    if (rows.length === 0) return;
    const skipped = rows.map(({ position, recorded }) => ({ position: Number(position), recorded }));
    await this.facts.leaveOut(tx, source, skipped);
  }
}
