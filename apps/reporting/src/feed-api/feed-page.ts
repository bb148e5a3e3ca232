import { type CloudEvent, type Event, toCloudEvent } from '@bw/contracts-base';
import type { Id, Instant } from '@bw/kernel';

/** An event as the feed gives it: a CloudEvent with its number in the tenant's feed. */
export type FeedEvent = CloudEvent & { readonly feedsequence: number };

/** Which events somebody wants, and which of them they may see. */
export interface FeedWanted {
  /** Numbers above this one. */
  readonly after: number;
  /** Numbers below this one. */
  readonly before?: number;
  readonly limit: number;
  /** The last of those that fit, in place of the first. */
  readonly fromEnd?: boolean;
  /** Names, whose `*` stands for anything: `risk.*`, `*.Issue*`. None: all. */
  readonly types: readonly string[];
  readonly engagement?: Id;
  /** True by then, and recorded by then; the last instant that counts. */
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
  readonly scope: readonly Id[] | 'all';
  readonly providerCost: boolean;
}

const PROVIDER_COST = `entry.type = 'scheduling.ActualCostRecorded' and entry.event->'data'->>'basis' = 'provider'`;

/** The statement of one page; rows are in feed order, or backwards where they are counted from the end. */
export function pageStatement(wanted: FeedWanted): { readonly sql: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [wanted.after, wanted.limit];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['entry.sequence > $1'];
  if (wanted.before !== undefined) conditions.push(`entry.sequence < ${bind(wanted.before)}`);
  if (wanted.asOf) conditions.push(`entry.effective <= ${bind(wanted.asOf)}`);
  if (wanted.knownAt) conditions.push(`entry.recorded <= ${bind(wanted.knownAt)}`);
  if (wanted.types.length > 0) conditions.push(`entry.type like any (${bind(wanted.types.map(patternOf))}::text[])`);
  if (wanted.engagement) conditions.push(`entry.engagement = ${bind(wanted.engagement)}`);
  if (wanted.scope !== 'all') conditions.push(`entry.engagement = any (${bind(wanted.scope)}::uuid[])`);
  if (!wanted.providerCost) conditions.push(`not (${PROVIDER_COST})`);
  return {
    sql: `select entry.sequence, entry.event from feed.entry as entry
      where ${conditions.join(' and ')} order by entry.sequence ${wanted.fromEnd ? 'desc' : 'asc'} limit $2`,
    values,
  };
}

/** `risk.*` as SQL wants it; the names themselves hold neither `%` nor `\`, and their `_` is none. */
const patternOf = (type: string): string => type.replaceAll(/\*+/g, '%');

export interface FeedRow {
  readonly sequence: string;
  readonly event: Event;
}

export function feedEvent({ sequence, event }: FeedRow, schemas: string): FeedEvent {
  return { ...toCloudEvent(event, { schemas }), feedsequence: Number(sequence) };
}

const TYPE = /^[A-Za-z0-9*.]{1,100}$/;

/** The list of types in a request; `undefined` where one of them is no name and no pattern. */
export function typesIn(text: string | undefined): readonly string[] | undefined {
  const types = (text ?? '').split(',').filter(Boolean);
  return types.every((type) => TYPE.test(type)) ? types : undefined;
}
