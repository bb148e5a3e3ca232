import type { Event } from '@bw/contracts-base';
import { Corrections } from './corrections.ts';
import { decisionColumns, factsOf, flowColumns, hashed, levelColumns, type Said } from './fact-rows.ts';
import type { FactProjection, FlowFact } from './facts.ts';
import { defaultSettings, type FactSettings } from './settings.ts';
import type { Source, Sources } from './sources.ts';
import { type Columns, namesOf, type Sql, unnest } from './sql.ts';
import { LIVE } from './tables.ts';
import { type CompleteLog, type LeftOut, Watermark } from './watermark.ts';

export interface FactStoreOptions {
  readonly sources: Sources;
  readonly projections: readonly FactProjection[];
  readonly settings?: FactSettings;
  /** Another generation of tables than the live one: a rebuild. */
  readonly schema?: string;
}

/** Writes facts: folds events by pure projections, in the caller's transaction, many at once. */
export class FactStore {
  readonly #sources: Sources;
  readonly #projections: readonly FactProjection[];
  readonly #settings: FactSettings;
  readonly #schema: string;
  #settingsChecked = false;

  constructor({ sources, projections, settings = defaultSettings, schema = LIVE }: FactStoreOptions) {
    this.#sources = sources;
    this.#projections = projections;
    this.#settings = settings;
    this.#schema = schema;
  }

  /**
   * Events of one tenant, in any order and as often as the bus likes: what was taken in already is left out. What the
   * tables hold afterwards depends on which events were folded, never on the order in which they came. Answers with
   * those that are new, in the order given.
   */
  async fold(tx: Sql, events: readonly Event[]): Promise<readonly Event[]> {
    const [first] = events;
    if (!first) return [];
    if (events.some(({ tenant }) => tenant !== first.tenant)) {
      throw new Error('Events of several tenants cannot be folded in one go: row security holds one tenant at a time.');
    }
    await this.#checkSettings(tx);
    const fresh: Event[] = [];
    for (const [name, ofSource] of Map.groupBy(events, ({ source }) => source)) {
      fresh.push(...(await this.#foldLog(tx, this.#sources.named(name), ofSource)));
    }
    return fresh;
  }

  /** A log that has gone quiet is known up to that instant: only then can a reading be answered as known there. */
  async complete(tx: Sql, log: CompleteLog): Promise<void> {
    if (!this.#sources.has(log.source)) return;
    const watermark = new Watermark(this.#schema, tx, this.#sources.named(log.source).id);
    await watermark.lock();
    await watermark.complete(log);
  }

  /**
   * Leaves out events that somebody decided never to take in: without this the log would count as incomplete from the
   * first of them on. Later they can no longer be folded.
   */
  async leaveOut(tx: Sql, source: string, events: readonly LeftOut[]): Promise<void> {
    const watermark = new Watermark(this.#schema, tx, this.#sources.named(source).id);
    await watermark.lock();
    await watermark.advance(await watermark.fresh(events));
  }

  /** Were the facts told by other projections than these, or by other versions of them? Then they want a rebuild. */
  async isOutdated(sql: Sql): Promise<boolean> {
    const { rows } = await sql.query<{ name: string; version: number }>(
      `select name, version from ${this.#schema}.projection`,
    );
    const told = new Map(rows.map(({ name, version }) => [name, version]));
    return (
      told.size !== this.#projections.length ||
      this.#projections.some(({ name, version }) => told.get(name) !== version)
    );
  }

  /** Says that all facts, from the first on, are told by these projections. */
  async noteVersions(tx: Sql): Promise<void> {
    await tx.query(`delete from ${this.#schema}.projection`);
    await tx.query(
      `insert into ${this.#schema}.projection (name, version) select * from unnest($1::text[], $2::integer[])`,
      [this.#projections.map(({ name }) => name), this.#projections.map(({ version }) => version)],
    );
  }

  async #foldLog(tx: Sql, source: Source, events: readonly Event[]): Promise<readonly Event[]> {
    const watermark = new Watermark(this.#schema, tx, source.id);
    await watermark.lock();
    const fresh = await watermark.fresh(events);
    const [first] = fresh;
    if (!first) return [];
    const closed = await new Corrections(this.#schema, tx, source.id, first.tenant).take(fresh);
    const { flows, levels, decisions } = factsOf(fresh, this.#projections);
    await this.#insert(tx, source, 'decision', decisionColumns, decisions);
    await this.#insert(tx, source, 'level_fact', levelColumns, levels);
    await this.#closeLevels(tx, source, [...closed, ...idsOf(levels)]);
    await this.#addFlows(tx, source, flows);
    await this.#reverseFlows(tx, source, [...closed, ...idsOf(flows)]);
    await watermark.advance(fresh);
    return fresh;
  }

  async #insert<Row>(
    tx: Sql,
    source: Source,
    table: string,
    columns: Columns<Row>,
    rows: readonly Row[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const { from, values } = unnest(columns, rows);
    await tx.query(
      `insert into ${this.#schema}.${table} (source, ${namesOf(columns)})
       select $${values.length + 1}, ${namesOf(columns)} from ${from}`,
      [...values, source.id],
    );
  }

  async #closeLevels(tx: Sql, source: Source, events: readonly string[]): Promise<void> {
    if (events.length === 0) return;
    await tx.query(
      `update ${this.#schema}.level_fact as level set known_to = closing.known_to
       from ${this.#schema}.closing as closing
       where closing.source = $1 and closing.event = any($2::uuid[]) and level.event = closing.event
         and level.known_to is distinct from closing.known_to`,
      [source.id, events],
    );
  }

  async #addFlows(tx: Sql, source: Source, flows: readonly Said<FlowFact>[]): Promise<void> {
    if (flows.length === 0) return;
    const columns = flowColumns(this.#settings);
    const { from, values } = unnest(columns, flows.map(hashed));
    await tx.query(
      `with added as (
         insert into ${this.#schema}.flow_fact (source, ${namesOf(columns)})
         select $${values.length + 1}, ${namesOf(columns)} from ${from} returning *)
       ${this.#addToBuckets('added', 1)}`,
      [...values, source.id],
    );
  }

  /**
   * Every own row of a closed event gets one reversal at the position of the event that closed it. A reversal takes its
   * row's hash away again: the lineage of a sum is that of the facts which count. Where a correction turned up that
   * lies between two others of its line, the reversal moves; no reading has seen it, for the log was not complete there.
   */
  async #reverseFlows(tx: Sql, source: Source, events: readonly string[]): Promise<void> {
    if (events.length === 0) return;
    await tx.query(
      `with gone as (
         delete from ${this.#schema}.flow_fact as row using ${this.#schema}.closing as closing
         where closing.source = $1 and closing.event = any($2::uuid[]) and row.corrects = closing.event
           and row.event <> closing.by_event
         returning row.*)
       ${this.#addToBuckets('gone', -1)}`,
      [source.id, events],
    );
    await tx.query(
      `with added as (
         insert into ${this.#schema}.flow_fact (tenant, client, engagement, subject, measure, effective, day, bucket,
           source, n, pos, recorded, amount, event, corrects, lineage_high, lineage_low)
         select own.tenant, own.client, own.engagement, own.subject, own.measure, own.effective, own.day, own.bucket,
           own.source, own.n, closing.known_to, closing.by_recorded, -own.amount, closing.by_event, own.event,
           -own.lineage_high, -own.lineage_low
         from ${this.#schema}.flow_fact as own join ${this.#schema}.closing as closing on closing.event = own.event
         where closing.source = $1 and closing.event = any($2::uuid[]) and own.corrects is null
         on conflict (corrects, n) where corrects is not null do nothing
         returning *)
       ${this.#addToBuckets('added', 1)}`,
      [source.id, events],
    );
  }

  #addToBuckets(rows: string, sign: 1 | -1): string {
    return `
      insert into ${this.#schema}.flow_bucket as old
        (tenant, engagement, measure, bucket, source, segment, amount, n, lineage_high, lineage_low)
      select tenant, engagement, measure, bucket, source, pos / ${this.#settings.segmentSize},
        ${sign} * sum(amount), ${sign} * sum(case when corrects is null then 1 else -1 end),
        ${sign} * sum(lineage_high), ${sign} * sum(lineage_low)
      from ${rows} group by 1, 2, 3, 4, 5, 6
      on conflict (tenant, measure, bucket, engagement, source, segment) do update
        set amount = old.amount + excluded.amount, n = old.n + excluded.n,
          lineage_high = old.lineage_high + excluded.lineage_high, lineage_low = old.lineage_low + excluded.lineage_low`;
  }

  /** Sums made in advance with one width would be read with another: refused instead. */
  async #checkSettings(tx: Sql): Promise<void> {
    if (this.#settingsChecked) return;
    const { bucketDays, segmentSize } = this.#settings;
    const { rowCount } = await tx.query(
      `insert into ${this.#schema}.setting (bucket_days, segment_size) values ($1, $2) on conflict do nothing`,
      [bucketDays, segmentSize],
    );
    const { rows } = await tx.query<{ bucket_days: number; segment_size: number }>(
      `select bucket_days, segment_size from ${this.#schema}.setting`,
    );
    const [stored] = rows;
    if (stored && (stored.bucket_days !== bucketDays || stored.segment_size !== segmentSize)) {
      throw new Error(
        `Facts in schema ${this.#schema} were folded with buckets of ${stored.bucket_days} days and ${stored.segment_size} ` +
          `positions; the settings say ${bucketDays} and ${segmentSize}. Rebuild the facts, or set them back.`,
      );
    }
    // What this transaction wrote may still be undone; what was there before stays.
    this.#settingsChecked = rowCount === 0;
  }
}

const idsOf = (said: readonly Said[]): readonly string[] => [...new Set(said.map(({ event }) => event.id))];
