import type { PoolClient } from 'pg';
import type { Mark, Watermark } from './bus.ts';
import { HEADS, WHOLE_LOG } from './bus.ts';
import type { ConsumerWork, DeadLetter, LetterOutcome, Parking, Place, Progress, Stored } from './consumer-store.ts';
import type { Transaction } from './delivery.ts';
import { countParked, insertLetter, parkedLetters, settleLetter } from './pg-dead-letters.ts';

/** One transaction of a consumer. */
export class PgConsumerWork implements ConsumerWork {
  readonly tx: Transaction;

  constructor(
    private readonly group: string,
    client: PoolClient,
  ) {
    this.tx = {
      query: (sql, values) => client.query(sql, values && [...values]),
    };
  }

  async lock({ source, partition }: Place): Promise<Stored> {
    const found = await this.lockRow(source, partition);
    if (found) return found;
    await this.tx.query(
      'insert into bus.consumer_offset (grp, source, partition) values ($1, $2, $3) on conflict do nothing',
      [this.group, source, partition],
    );
    await this.tx.query('insert into bus.consumer_source (grp, source) values ($1, $2) on conflict do nothing', [
      this.group,
      source,
    ]);
    const made = await this.lockRow(source, partition);
    if (!made) throw new Error(`The offset row of ${this.group} for ${source}/${partition} vanished.`);
    return made;
  }

  async takeTurn({ source, partition }: Place): Promise<void> {
    if (partition === WHOLE_LOG) return; // one reader has the whole log: there is nobody to meet
    await this.tx.query('select from bus.consumer_source where grp = $1 and source = $2 for no key update', [
      this.group,
      source,
    ]);
  }

  async lockSource(source: string): Promise<void> {
    await this.tx.query(
      'select from bus.consumer_offset where grp = $1 and source = $2 order by partition for update',
      [this.group, source],
    );
  }

  async parkedKeys(source: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.tx.query<{ key: string }>(
      `select distinct key from bus.dead_letter
       where grp = $1 and source = $2 and state = 'parked' and key = any($3)`,
      [this.group, source, keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  async claimReleased(source: string, eventId: string): Promise<boolean> {
    const { rowCount } = await this.tx.query(
      'insert into bus.released_event (grp, source, event_id) values ($1, $2, $3) on conflict do nothing',
      [this.group, source, eventId],
    );
    return rowCount === 1;
  }

  async actFor(tenant: string): Promise<void> {
    await this.tx.query(`select set_config('app.tenant', $1, true)`, [tenant]);
  }

  async attempt(work: () => Promise<void>): Promise<void> {
    await this.tx.query('savepoint attempt');
    try {
      await work();
      await this.tx.query('set constraints all immediate'); // what would fail at the commit must fail here
      await this.tx.query('set constraints all deferred');
      await this.tx.query('release savepoint attempt');
    } catch (error) {
      await this.tx.query('rollback to savepoint attempt');
      await this.tx.query('release savepoint attempt');
      throw error;
    }
  }

  async park(source: string, parking: Parking): Promise<void> {
    await insertLetter(this.tx, { group: this.group, source, ...parking });
  }

  lettersOf(source: string, key: string, limit: number): Promise<readonly DeadLetter[]> {
    return parkedLetters(this.tx, { group: this.group, source, key, limit });
  }

  countParked(source: string, key: string): Promise<number> {
    return countParked(this.tx, { group: this.group, source, key });
  }

  settle({ id }: DeadLetter, outcome: LetterOutcome): Promise<boolean> {
    return settleLetter(this.tx, id, outcome);
  }

  async save(
    { source, partition }: Place,
    { nextOffset, position, recorded, mark, partitions }: Progress,
  ): Promise<void> {
    await this.tx.query(
      `with saved as (
         update bus.consumer_offset
         set next_offset = $4, position = $5, partitions = $6, mark_position = greatest(mark_position, $7),
           mark_at = greatest(mark_at, $8), updated_at = now()
         where grp = $1 and source = $2 and partition = $3
       )
       update bus.consumer_source set recorded = $9
       where grp = $1 and source = $2 and (recorded is null or recorded < $9)`,
      [this.group, source, partition, nextOffset, position, partitions, mark?.position, mark?.at, recorded],
    );
  }

  async advance(
    { source, partition }: Place,
    { mark, head }: { readonly mark?: Mark; readonly head?: Mark },
  ): Promise<Watermark | undefined> {
    // Its own statement: the next one must see what other partitions stored while this one waited.
    await this.takeTurn({ source, partition });
    const { rows } = await this.tx.query<{ position: string; at: Date }>(ADVANCE, [
      this.group,
      source,
      partition === WHOLE_LOG,
      head?.position ?? mark?.position,
      head?.position,
      partition === HEADS ? head?.at : undefined,
    ]);
    const [row] = rows;
    return row && { position: Number(row.position), at: row.at.toISOString() };
  }

  private async lockRow(source: string, partition: number): Promise<Stored | undefined> {
    const { rows } = await this.tx.query<{ next_offset: string; position: string }>(
      `select next_offset, position from bus.consumer_offset
       where grp = $1 and source = $2 and partition = $3 for update`,
      [this.group, source, partition],
    );
    const [row] = rows;
    return row && { nextOffset: Number(row.next_offset), position: Number(row.position) };
  }
}

/**
 * A source is complete up to the least mark of its partitions, once all of them have one, and settled up to the least
 * of the marks' instants. An announced head of an idle log counts as soon as all up to it is consumed.
 * Gives a row where the watermark became later, or where more is known to be recorded by the same instant: a replay clock
 * may stand still while the log grows.
 */
const ADVANCE = `
  with marks as (
    select min(mark_position) as position, min(mark_at) as at, count(mark_position) = max(partitions) as complete,
      count(mark_at) = max(partitions) as settled
    from bus.consumer_offset
    where grp = $1 and source = $2 and case when $3::boolean then partition = ${WHOLE_LOG} else partition >= 0 end
  ), before as (
    select * from bus.consumer_source where grp = $1 and source = $2
  ), facts as (
    select greatest(b.position, case when m.complete then m.position end) as position,
      greatest(b.head, $4::bigint, m.position) as head,
      case when $6::timestamptz > coalesce(b.pending_at, '-infinity') then $5::bigint else b.pending_position end
        as pending_position,
      greatest(b.pending_at, $6::timestamptz) as pending_at,
      case when m.settled then m.at end as marked_at, case when m.settled then m.position end as marked_position,
      b.watermark_at as watermark_at_before, b.watermark_position as watermark_position_before
    from before b cross join marks m
  ), known as (
    select f.*, coalesce(f.pending_position <= f.position
        and f.pending_at > coalesce(f.marked_at, '-infinity'), false) as by_announcement
    from facts f
  ), next as (
    select k.*, case when k.by_announcement then k.pending_at else k.marked_at end as at,
      case when k.by_announcement then k.pending_position else k.marked_position end as at_position
    from known k
  ), written as (
    update bus.consumer_source s
    set position = n.position, head = n.head, pending_position = n.pending_position, pending_at = n.pending_at,
      watermark_at = greatest(n.at, n.watermark_at_before),
      watermark_position = greatest(n.at_position, n.watermark_position_before)
    from next n where s.grp = $1 and s.source = $2
  )
  select n.at_position as position, n.at from next n
  where n.at > coalesce(n.watermark_at_before, '-infinity')
    or (n.at = n.watermark_at_before and n.at_position > n.watermark_position_before)
`;
