import type { Event } from '@bw/contracts-base';
import type { Id, Instant } from '@bw/kernel';
import type { Point } from '@bw/projections';

/** Which part of an engagement's trail, and how much of it somebody may see. */
export interface TrailWanted {
  readonly engagement: Id;
  /** What the work costs the provider is not for everybody. */
  readonly withProviderCost: boolean;
  /** Names, whose `*` stands for anything. None: all. */
  readonly types: readonly string[];
  readonly streams: readonly string[];
  readonly actor?: string;
  readonly about?: Id;
  readonly from?: Instant;
  readonly to?: Instant;
}

export interface TrailRow {
  readonly sequence: string;
  readonly event: Event;
  readonly corrected_by: Id | null;
}

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const NOT_PROVIDER_COST = `(entry.type <> 'scheduling.ActualCostRecorded' or entry.event -> 'data' ->> 'basis' <> 'provider')`;

/** One page of the trail, the latest first. What is not known at the point has not happened there. */
export function trailStatement(
  tenant: Id,
  { cut, asOf }: Point,
  wanted: TrailWanted,
  page: { readonly before: number; readonly limit: number },
): Statement {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const [sources, positions] = [Object.keys(cut), Object.values(cut)];
  const known = `(select * from unnest(${bind(sources)}::text[], ${bind(positions)}::bigint[]) as cut(source, upto))`;
  const { engagement, types, streams, actor, about, from, to, withProviderCost } = wanted;
  const conditions = [
    `entry.tenant = ${bind(tenant)}`,
    `entry.engagement = ${bind(engagement)}`,
    `entry.effective <= ${bind(asOf)}`,
    `entry.sequence < ${bind(page.before)}`,
    ...(types.length > 0 ? [`entry.type like any (${bind(types.map(patternOf))}::text[])`] : []),
    ...(streams.length > 0 ? [`entry.stream = any (${bind(streams)}::text[])`] : []),
    ...(actor === undefined ? [] : [`entry.actor = ${bind(actor)}`]),
    ...(about === undefined ? [] : [isAbout(bind(about))]),
    ...(from === undefined ? [] : [`entry.recorded >= ${bind(from)}`]),
    ...(to === undefined ? [] : [`entry.recorded < ${bind(to)}`]),
    ...(withProviderCost ? [] : [NOT_PROVIDER_COST]),
  ];
  // An event is set right in its own engagement, often in a stream of its own.
  const sql = `select entry.sequence, entry.event, (
      select later.event_id from feed.entry as later join ${known} as seen using (source)
      where later.tenant = entry.tenant and later.event ->> 'corrects' = entry.event_id::text
        and later.position <= seen.upto order by later.sequence desc limit 1) as corrected_by
    from feed.entry as entry join ${known} as cut on cut.source = entry.source and entry.position <= cut.upto
    where ${conditions.join(' and ')} order by entry.sequence desc limit ${bind(page.limit)}`;
  return { sql, values };
}

/** `risk.*` as SQL wants it; the names themselves hold neither `%` nor `\`, and their `_` is none. */
const patternOf = (type: string): string => type.replaceAll(/\*+/g, '%');

/** Events that hold long lists name many things: only those that name it by a field of their own are about it. */
const isAbout = (id: string): string => `entry.event::text like '%' || ${id}::text || '%'
  and exists (select from json_each_text(entry.event -> 'data') as field where field.value = ${id}::text)`;

/** What streams of one log said up to a position, the oldest first. */
export function streamStatement(tenant: Id, { stream, source, upto, withProviderCost }: StreamWanted): Statement {
  return {
    sql: `select entry.event from feed.entry as entry
      where entry.tenant = $1 and entry.stream = $2 and entry.source = $3 and entry.position <= $4
        ${withProviderCost ? '' : `and ${NOT_PROVIDER_COST}`}
      order by entry.position`,
    values: [tenant, stream, source, upto],
  };
}

export interface StreamWanted {
  readonly stream: string;
  readonly source: string;
  readonly upto: number;
  readonly withProviderCost: boolean;
}
