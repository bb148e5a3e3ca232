/** Schema in which the live facts are. A rebuild fills another one and then takes this one's place. */
export const LIVE = 'facts';

const placed = `
  tenant uuid not null,
  client uuid,
  engagement uuid,
  subject text collate "C" not null,`;

/** Tables of one generation of facts. What each column means: docs of `FlowFact`, `LevelFact`, `DecisionFact`. */
export function factTables(schema: string): readonly string[] {
  return [
    `create schema ${schema}`,

    // A reversal is a row of its own: `corrects` names the event whose row (of the same n) it takes back.
    `create table ${schema}.flow_fact (${placed}
       measure text collate "C" not null,
       effective timestamptz not null, day date, bucket date not null,
       source smallint not null, pos bigint not null, n integer not null, recorded timestamptz not null,
       amount bigint not null, event uuid not null, corrects uuid,
       lineage_high bigint not null, lineage_low bigint not null)`,
    `create unique index flow_fact_own on ${schema}.flow_fact (event, n) where corrects is null`,
    `create unique index flow_fact_reversal on ${schema}.flow_fact (corrects, n) where corrects is not null`,
    `create index flow_fact_engagement on ${schema}.flow_fact (tenant, engagement, measure, effective)`,
    `create index flow_fact_subject on ${schema}.flow_fact (tenant, subject, measure, effective)`,
    `create index flow_fact_bucket on ${schema}.flow_fact (tenant, measure, bucket, source, pos)`,
    `create index flow_fact_position on ${schema}.flow_fact (tenant, measure, source, pos)`,

    `create table ${schema}.flow_bucket (
       tenant uuid not null, engagement uuid, measure text collate "C" not null, bucket date not null,
       source smallint not null, segment bigint not null,
       amount numeric not null, n bigint not null, lineage_high numeric not null, lineage_low numeric not null,
       unique nulls not distinct (tenant, measure, bucket, engagement, source, segment))`,

    `create table ${schema}.level_fact (${placed}
       measure text collate "C" not null,
       effective timestamptz not null, day date,
       source smallint not null, known_from bigint not null, known_to bigint, n integer not null,
       recorded timestamptz not null, value jsonb not null, event uuid not null,
       primary key (event, n))`,
    `create index level_fact_engagement on ${schema}.level_fact (tenant, engagement, measure, subject, effective)`,
    `create index level_fact_subject on ${schema}.level_fact (tenant, subject, measure, effective)`,
    `create index level_fact_measure on ${schema}.level_fact (tenant, measure, subject, effective)`,

    `create table ${schema}.decision (${placed}
       kind text collate "C" not null,
       effective timestamptz not null, day date,
       source smallint not null, pos bigint not null, n integer not null, recorded timestamptz not null,
       outcome text not null, by text not null, detail jsonb not null, event uuid not null,
       primary key (event, n))`,
    `create index decision_engagement on ${schema}.decision (tenant, engagement, kind, effective)`,
    `create index decision_subject on ${schema}.decision (tenant, subject, kind, effective)`,
    `create index decision_kind on ${schema}.decision (tenant, kind, effective)`,

    // Which event sets which right. A line is the first event with all that correct it, directly or through others.
    `create table ${schema}.correction (
       tenant uuid not null, source smallint not null, event uuid not null, corrects uuid not null,
       pos bigint not null, recorded timestamptz not null, line uuid not null, primary key (source, event))`,
    `create index correction_line on ${schema}.correction (source, line)`,
    // Until when an event's facts count. May stand here before the event itself has come (through another partition).
    `create table ${schema}.closing (
       tenant uuid not null, source smallint not null, event uuid not null,
       known_to bigint not null, by_event uuid not null, by_recorded timestamptz not null, primary key (source, event))`,

    `create table ${schema}.log_watermark (
       source smallint primary key, folded_to bigint not null default 0,
       folded_recorded timestamptz, complete_to timestamptz)`,
    // Positions taken in beyond the first gap: partitions of one log overtake each other.
    `create table ${schema}.folded_ahead (
       source smallint not null, pos bigint not null, recorded timestamptz not null, primary key (source, pos))`,
    // The last position of every recorded instant: turns an instant into a position, exactly.
    `create table ${schema}.cut (
       source smallint not null, recorded timestamptz not null, pos bigint not null, primary key (source, recorded))`,
    `create table ${schema}.setting (
       one boolean primary key default true check (one), bucket_days integer not null, segment_size integer not null)`,
    // By which projections the facts were told: others, or other versions, call for a rebuild.
    `create table ${schema}.projection (name text primary key, version integer not null)`,
    ...TENANT_TABLES.flatMap((table) => [
      `alter table ${schema}.${table} enable row level security`,
      `create policy tenant on ${schema}.${table}
         using (tenant = nullif(current_setting('app.tenant', true), '')::uuid)`,
    ]),
  ];
}

/** Tables with rows of tenants: row security applies, and a rebuild compares them. */
export const TENANT_TABLES = ['flow_fact', 'flow_bucket', 'level_fact', 'decision', 'correction', 'closing'] as const;

export const ALL_TABLES = [...TENANT_TABLES, 'log_watermark', 'folded_ahead', 'cut', 'setting', 'projection'] as const;
