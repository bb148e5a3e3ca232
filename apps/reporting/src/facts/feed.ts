import type { Event } from '@bw/contracts-base';
import type { Transaction } from '@bw/messaging';

/** Where the growth of feeds is told; the payload is the tenant. */
export const FEED_CHANNEL = 'bw_feed';

/** Takes every event into the feed, once, with a sequence of the tenant's own that has no gaps and never changes. */
export class Feed {
  /** Events of one tenant that are new: the caller has left out what was taken in before. */
  async append(tx: Transaction, events: readonly Event[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    const { rows } = await tx.query<{ sequence: string }>(
      `insert into feed.head as head (tenant, sequence) values ($1, $2)
       on conflict (tenant) do update set sequence = head.sequence + excluded.sequence
       returning sequence`,
      [first.tenant, events.length],
    );
    const last = Number(rows[0]?.sequence);
    await tx.query(
      `insert into feed.entry (tenant, sequence, event_id, type, source, position, client, engagement, stream,
         effective, recorded, actor, event)
       select $1, * from unnest($2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::uuid[], $8::uuid[],
         $9::text[], $10::timestamptz[], $11::timestamptz[], $12::text[], $13::json[])`,
      [
        first.tenant,
        events.map((_, index) => last - events.length + index + 1),
        events.map(({ id }) => id),
        events.map(({ type }) => type),
        events.map(({ source }) => source),
        events.map(({ position }) => position),
        events.map(({ client }) => client ?? null),
        events.map(({ engagement }) => engagement ?? null),
        events.map(({ stream }) => stream),
        events.map(({ effective }) => effective),
        events.map(({ recorded }) => recorded),
        events.map(({ actor }) => actor),
        events.map((event) => JSON.stringify(event)),
      ],
    );
    // Told at the commit: whoever waits for the feed need not look again and again.
    await tx.query('select pg_notify($1, $2)', [FEED_CHANNEL, first.tenant]);
  }
}

interface Rows {
  query<Row extends object>(sql: string, values: readonly unknown[]): Promise<{ readonly rows: readonly Row[] }>;
}

/** Every event of every tenant in the order of the feed, for rebuilds: no other service need be asked. */
export async function* feedEvents(owner: Rows, size = 1_000): AsyncGenerator<readonly Event[]> {
  let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', 0];
  for (;;) {
    const { rows } = await owner.query<{ tenant: string; sequence: string; event: Event }>(
      `select tenant, sequence, event from feed.entry where (tenant, sequence) > ($1::uuid, $2::bigint)
       order by tenant, sequence limit $3`,
      [...after, size],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ event }) => event);
    after = [last.tenant, Number(last.sequence)];
  }
}
