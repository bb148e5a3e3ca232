import type { Event } from '@bw/contracts-base';
import { type Closing, closingsOf, type Correction, lineRoots } from './lines.ts';
import { type Columns, namesOf, type Sql, unnest } from './sql.ts';

interface CorrectionRow {
  readonly event: string;
  readonly corrects: string;
  readonly pos: string;
  readonly recorded: Date;
}

const correctionOf = (row: CorrectionRow): Correction => ({
  event: row.event,
  corrects: row.corrects,
  position: Number(row.pos),
  recorded: row.recorded.toISOString(),
});

/** Which events set which right, and until when each one's facts count: `correction` and `closing` rows. */
export class Corrections {
  constructor(
    private readonly schema: string,
    private readonly tx: Sql,
    private readonly source: number,
    private readonly tenant: string,
  ) {}

  /** Takes in what these events correct; answers with the events whose facts now count until another position. */
  async take(events: readonly Event[]): Promise<readonly string[]> {
    const taken = events.flatMap(({ id, corrects, position, recorded }) =>
      corrects === undefined ? [] : [{ event: id, corrects, position, recorded }],
    );
    if (taken.length === 0) return [];
    const known = await this.#linesOf(taken);
    const all = [...known, ...taken];
    await this.#store(all);
    return this.#close(closingsOf(all));
  }

  /** All earlier corrections of the lines that the new ones belong to, or join together. */
  async #linesOf(taken: readonly Correction[]): Promise<readonly Correction[]> {
    const touched = [...new Set(taken.flatMap(({ event, corrects }) => [event, corrects]))];
    const { rows } = await this.tx.query<CorrectionRow>(
      `select event, corrects, pos, recorded from ${this.schema}.correction
       where source = $1 and line in (
         select line from ${this.schema}.correction where source = $1 and event = any($2::uuid[])
         union select unnest($2::uuid[]))`,
      [this.source, touched],
    );
    return rows.map(correctionOf);
  }

  async #store(corrections: readonly Correction[]): Promise<void> {
    const roots = lineRoots(corrections);
    const columns: Columns<Correction> = [
      ['event', 'uuid', ({ event }) => event],
      ['corrects', 'uuid', ({ corrects }) => corrects],
      ['pos', 'bigint', ({ position }) => position],
      ['recorded', 'timestamptz', ({ recorded }) => recorded],
      ['line', 'uuid', ({ event }) => roots.get(event) ?? event],
    ];
    const { from, values } = unnest(columns, corrections);
    const next = values.length;
    await this.tx.query(
      `insert into ${this.schema}.correction (source, tenant, ${namesOf(columns)})
       select $${next + 1}, $${next + 2}, ${namesOf(columns)} from ${from}
       on conflict (source, event) do update set line = excluded.line`,
      [...values, this.source, this.tenant],
    );
  }

  async #close(closings: readonly Closing[]): Promise<readonly string[]> {
    const columns: Columns<Closing> = [
      ['event', 'uuid', ({ event }) => event],
      ['known_to', 'bigint', ({ knownTo }) => knownTo],
      ['by_event', 'uuid', ({ by }) => by],
      ['by_recorded', 'timestamptz', ({ byRecorded }) => byRecorded],
    ];
    const { from, values } = unnest(columns, closings);
    const next = values.length;
    const { rows } = await this.tx.query<{ event: string }>(
      `insert into ${this.schema}.closing as old (source, tenant, ${namesOf(columns)})
       select $${next + 1}, $${next + 2}, ${namesOf(columns)} from ${from}
       on conflict (source, event) do update
         set known_to = excluded.known_to, by_event = excluded.by_event, by_recorded = excluded.by_recorded
         where old.by_event <> excluded.by_event
       returning event`,
      [...values, this.source, this.tenant],
    );
    return rows.map(({ event }) => event);
  }
}
