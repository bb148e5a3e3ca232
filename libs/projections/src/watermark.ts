import type { Event } from '@bw/contracts-base';
import type { Instant } from '@bw/kernel';
import type { Sql } from './sql.ts';

/** What a bus says of a log: every event recorded up to that instant has a position up to that one. */
export interface CompleteLog {
  readonly source: string;
  readonly position: number;
  readonly at: Instant;
}

/** Where an event stands in its log. */
export type LeftOut = Pick<Event, 'position' | 'recorded'>;

interface Folded {
  readonly foldedTo: number;
  readonly ahead: ReadonlySet<number>;
}

/** How far a log has been taken in: the position up to which nothing is missing, and what came early. */
export class Watermark {
  constructor(
    private readonly schema: string,
    private readonly tx: Sql,
    private readonly source: number,
  ) {}

  /** Locks the log's watermark until the transaction ends: partitions of one log are folded one at a time. */
  async lock(): Promise<void> {
    await this.tx.query(`insert into ${this.schema}.log_watermark (source) values ($1) on conflict do nothing`, [
      this.source,
    ]);
    await this.tx.query(`select 1 from ${this.schema}.log_watermark where source = $1 for update`, [this.source]);
  }

  /** Nothing recorded up to that instant will come any more; not so while one of these events is missing here. */
  async complete({ position, at }: CompleteLog): Promise<void> {
    await this.tx.query(
      `update ${this.schema}.log_watermark set complete_to = greatest(complete_to, $2::timestamptz)
       where source = $1 and folded_to >= $3`,
      [this.source, at, position],
    );
  }

  /** Those not taken in yet, once each. */
  async fresh<E extends LeftOut>(events: readonly E[]): Promise<readonly E[]> {
    const { foldedTo, ahead } = await this.#folded(events.map(({ position }) => position));
    const byPosition = new Map(events.map((event) => [event.position, event]));
    return [...byPosition.values()].filter(({ position }) => position > foldedTo && !ahead.has(position));
  }

  async #folded(positions: readonly number[]): Promise<Folded> {
    const { rows } = await this.tx.query<{ folded_to: string; ahead: string[] }>(
      `select folded_to, array(
         select pos from ${this.schema}.folded_ahead where source = $1 and pos = any($2::bigint[])) as ahead
       from ${this.schema}.log_watermark where source = $1`,
      [this.source, positions],
    );
    const [row] = rows;
    return { foldedTo: Number(row?.folded_to ?? 0), ahead: new Set(row?.ahead.map(Number)) };
  }

  /** Marks these events as taken in and moves the watermark over every gap that is filled now. */
  async advance(events: readonly LeftOut[]): Promise<void> {
    if (events.length === 0) return;
    const positions = events.map(({ position }) => position);
    const recorded = events.map((event) => event.recorded);
    await this.tx.query(
      `insert into ${this.schema}.folded_ahead (source, pos, recorded)
       select $1, pos, recorded from unnest($2::bigint[], $3::timestamptz[]) as given(pos, recorded)`,
      [this.source, positions, recorded],
    );
    await this.tx.query(
      `insert into ${this.schema}.cut as old (source, recorded, pos)
       select $1, recorded, max(pos) from unnest($2::bigint[], $3::timestamptz[]) as given(pos, recorded) group by recorded
       on conflict (source, recorded) do update set pos = greatest(old.pos, excluded.pos)`,
      [this.source, positions, recorded],
    );
    // Early positions without a gap in front of them: position less rank stays the same along an unbroken run.
    await this.tx.query(
      `with run as (
         delete from ${this.schema}.folded_ahead using (
           select a.pos from (
             select a.pos, w.folded_to, row_number() over (order by a.pos) as rank
             from ${this.schema}.folded_ahead a join ${this.schema}.log_watermark w using (source)
             where a.source = $1) a
           where a.pos = a.folded_to + a.rank) reached
         where folded_ahead.source = $1 and folded_ahead.pos = reached.pos
         returning folded_ahead.pos, folded_ahead.recorded)
       update ${this.schema}.log_watermark
       set folded_to = latest.pos, folded_recorded = latest.recorded
       from (select pos, recorded from run order by pos desc limit 1) latest
       where source = $1`,
      [this.source],
    );
  }
}
