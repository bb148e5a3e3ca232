import type { SourcePosition } from './consumer-store.ts';
import type { Transaction } from './delivery.ts';

interface PositionRow {
  readonly source: string;
  readonly position: string;
  readonly head: string;
  readonly lag_seconds: string;
  readonly watermark_position: string | null;
  readonly watermark_at: Date | null;
  readonly parked: number;
}

export async function readPositions(
  db: { query: Transaction['query'] },
  group: string,
): Promise<readonly SourcePosition[]> {
  const { rows } = await db.query<PositionRow>(
    `select s.source, s.position, greatest(s.head, s.position) as head, s.watermark_position, s.watermark_at,
       case when s.head > s.position and s.recorded is not null
         then greatest(0, extract(epoch from now() - s.recorded)) else 0 end as lag_seconds,
       (select count(*)::int from bus.dead_letter d
        where d.grp = s.grp and d.source = s.source and d.state = 'parked') as parked
     from bus.consumer_source s where s.grp = $1 order by s.source`,
    [group],
  );
  return rows.map(({ source, position, head, lag_seconds, watermark_position, watermark_at, parked }) => ({
    source,
    position: Number(position),
    head: Number(head),
    lagEvents: Number(head) - Number(position),
    lagSeconds: Number(lag_seconds),
    ...(watermark_position !== null &&
      watermark_at !== null && { watermark: { position: Number(watermark_position), at: watermark_at.toISOString() } }),
    parked,
  }));
}
