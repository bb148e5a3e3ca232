import { type HeadAt, LogHeads } from '@bw/projections';
import type { Pool } from 'pg';

/** The group's own name: as the service's. */
const GROUP = 'reporting';
const NEVER = new Date(0).toISOString();

/**
 * How far each log is known to be complete, as the bus keeps it beside the consumer's offsets: on both buses a log that
 * has gone quiet still tells, every now and then, that nothing more came.
 */
export class ConsumedHeads extends LogHeads {
  constructor(private readonly pool: Pool) {
    super();
  }

  async headOf(source: string): Promise<HeadAt> {
    const { rows } = await this.pool.query<{ position: string | null; at: Date | null }>(
      `select watermark_position as position, watermark_at as at from bus.consumer_source where grp = $1 and source = $2`,
      [GROUP, source],
    );
    const [row] = rows;
    return { position: Number(row?.position ?? 0), at: row?.at?.toISOString() ?? NEVER };
  }
}
