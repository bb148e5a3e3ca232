import { Injectable } from '@nestjs/common';
import type { Event } from '@bw/contracts-base';
import type { Id } from '@bw/kernel';
import { Database, invalid, type Page, type PageOf } from '@bw/service-shell';
import type { Asked } from '../reading/readings.ts';
import type { TrailEntry } from './audit.views.ts';

interface Which {
  readonly engagement: Id;
  /** What the work costs the provider is not for everybody. */
  readonly withProviderCost: boolean;
}

interface Row {
  readonly sequence: string;
  readonly event: Event;
}

/** Who did what, and when: the feed up to the point, the latest first. */
@Injectable()
export class AuditQuery {
  constructor(private readonly database: Database) {}

  async trail(
    { principal, point }: Asked,
    { engagement, withProviderCost }: Which,
    page: Page,
  ): Promise<PageOf<TrailEntry>> {
    const before = page.cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(page.cursor);
    if (!Number.isSafeInteger(before)) throw invalid('/cursor', 'must be the next of an earlier answer');
    const cut = Object.entries(point.cut);
    const { rows } = await this.database.withTenant(principal.tenant, (tx) =>
      tx.query<Row>(
        `select sequence, event from feed.entry
         join unnest($3::text[], $4::bigint[]) as cut(source, upto) using (source)
         where tenant = $1 and engagement = $2 and position <= upto and effective <= $5 and sequence < $6
           and ($7 or type <> 'scheduling.ActualCostRecorded' or event -> 'data' ->> 'basis' <> 'provider')
         order by sequence desc limit $8`,
        [
          principal.tenant,
          engagement,
          cut.map(([source]) => source),
          cut.map(([, position]) => position),
          point.asOf,
          before,
          withProviderCost,
          page.limit + 1,
        ],
      ),
    );
    const items = rows.slice(0, page.limit).map(entryOf);
    const last = rows.length > page.limit ? items.at(-1) : undefined;
    return { items, ...(last && { next: String(last.sequence) }) };
  }
}

function entryOf({ sequence, event }: Row): TrailEntry {
  const { id, type, source, position, stream, streamVersion, actor, effective, recorded, correlation, causation } =
    event;
  const { onBehalfOf, reason, corrects, replayed = false } = event;
  return {
    sequence: Number(sequence),
    event: id,
    type,
    source,
    position,
    stream,
    streamVersion,
    actor,
    ...(onBehalfOf && { onBehalfOf }),
    effective,
    recorded,
    ...(reason && { reason }),
    ...(corrects && { corrects }),
    correlation,
    causation,
    replayed,
  };
}
