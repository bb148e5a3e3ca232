import type { Event } from '@bw/contracts-base';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';

/** Where the growth of feeds is told. Without a payload: anybody with a login may listen, also an analyst. */
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
    await tx.query(`notify ${FEED_CHANNEL}`);
  }
}

interface Rows {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly Row[] }>;
}

/** How far each tenant's feed has been read. */
export type FeedProgress = Map<Id, number>;

/**
 * Every event of every tenant in the order of its feed, for rebuilds: no other service need be asked. `progress` is
 * where to begin; it moves along, so that the same call reads on later.
 */
export async function* feedEvents(owner: Rows, progress: FeedProgress, size = 1_000): AsyncGenerator<readonly Event[]> {
  const { rows: heads } = await owner.query<{ tenant: Id; sequence: string }>('select tenant, sequence from feed.head');
  for (const { tenant, sequence } of heads) {
    for (let after = progress.get(tenant) ?? 0; after < Number(sequence);) {
      const { rows } = await owner.query<{ sequence: string; event: Event }>(
        'select sequence, event from feed.entry where tenant = $1 and sequence > $2 order by sequence limit $3',
        [tenant, after, size],
      );
      const last = rows.at(-1);
      if (!last) throw new Error(`The feed of tenant ${tenant} ends after ${after}, its head says ${sequence}.`);
      yield rows.map(({ event }) => event);
      after = Number(last.sequence);
      progress.set(tenant, after);
    }
  }
}
