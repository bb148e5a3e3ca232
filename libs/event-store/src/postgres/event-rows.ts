import type { Event } from '@bw/contracts-base';
import { withoutGaps } from '../prepared-append.ts';

/** A row of `log.published_event`, and of a stream read the same way. */
export interface EventRow {
  readonly pos: string;
  readonly stream: string;
  readonly version: string;
  readonly tenant: string;
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly key: string;
  readonly client: string | null;
  readonly engagement: string | null;
  readonly effective: Date;
  readonly effective_day: string | null;
  readonly effective_zone: string | null;
  readonly recorded: Date;
  readonly actor: string;
  readonly on_behalf_of: string | null;
  readonly command: string;
  readonly correlation: string;
  readonly causation: string;
  readonly reason: string | null;
  readonly corrects: string | null;
  readonly replayed: boolean;
  readonly data: unknown;
}

/** For `log.published_event` and for `log.event e join log.stream s`. The day as text: a Date would move it by a zone. */
export const columns = (streamName: string): string =>
  `pos, ${streamName} as stream, version, tenant, id, type, schema, key, client, engagement, effective,
   effective_day::text as effective_day, effective_zone, recorded, actor, on_behalf_of, command, correlation, causation,
   reason, corrects, replayed, data`;

export function toEvent(source: string, row: EventRow): Event {
  return withoutGaps({
    id: row.id,
    type: row.type,
    version: row.schema,
    tenant: row.tenant,
    client: row.client ?? undefined,
    engagement: row.engagement ?? undefined,
    source,
    stream: row.stream,
    streamVersion: Number(row.version),
    position: Number(row.pos),
    key: row.key,
    effective: row.effective.toISOString(),
    effectiveDay: row.effective_day ?? undefined,
    effectiveZone: row.effective_zone ?? undefined,
    recorded: row.recorded.toISOString(),
    actor: row.actor,
    onBehalfOf: row.on_behalf_of ?? undefined,
    command: row.command,
    correlation: row.correlation,
    causation: row.causation,
    reason: row.reason ?? undefined,
    corrects: row.corrects ?? undefined,
    replayed: row.replayed || undefined,
    data: row.data,
  });
}
