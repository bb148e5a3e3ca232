import { Injectable } from '@nestjs/common';
import type { Event } from '@bw/contracts-base';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { Database, invalid, type Page, type PageOf, Problem } from '@bw/service-shell';
import type { Asked } from '../reading/readings.ts';
import type { ChangeView, TrailEntry } from './audit.views.ts';
import { changesOf } from './changes.ts';
import { streamStatement, type TrailRow, trailStatement, type TrailWanted } from './trail-statement.ts';

/** Who did what, and when: the feed up to the point, the latest first. */
@Injectable()
export class AuditQuery {
  constructor(private readonly database: Database) {}

  async trail(
    { principal: { tenant }, point }: Asked,
    wanted: TrailWanted & { readonly withChanges?: boolean },
    page: Page,
  ): Promise<PageOf<TrailEntry>> {
    const before = page.cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(page.cursor);
    if (!Number.isSafeInteger(before)) throw invalid('/cursor', 'must be the next of an earlier answer');
    const { sql, values } = trailStatement(tenant, point, wanted, { before, limit: page.limit + 1 });
    return this.database.withTenant(tenant, async (tx) => {
      const { rows } = await tx.query<TrailRow>(sql, values);
      const shown = rows.slice(0, page.limit);
      const changes = wanted.withChanges ? await changesIn(tx, tenant, shown, wanted) : new Map<Id, never>();
      const items = shown.map((row) => entryOf(row, changes.get(row.event.id)));
      const last = rows.length > page.limit ? items.at(-1) : undefined;
      return { items, ...(last && { next: String(last.sequence) }) };
    });
  }

  /** The engagement of an event; what belongs to none is in nobody's trail. */
  async engagementOf(tenant: Id, event: Id): Promise<Id> {
    const { rows } = await this.database.withTenant(tenant, (tx) =>
      tx.query<{ engagement: Id | null }>('select engagement from feed.entry where event_id = $1', [event]),
    );
    const engagement = rows[0]?.engagement;
    if (!engagement) throw unknownEvent(event);
    return engagement;
  }

  async entry({ principal: { tenant } }: Asked, event: Id, withProviderCost: boolean): Promise<TrailEntry> {
    return this.database.withTenant(tenant, async (tx) => {
      const { rows } = await tx.query<TrailRow>(
        `select sequence, event, (select later.event_id from feed.entry as later
           where later.tenant = entry.tenant and later.event ->> 'corrects' = entry.event_id::text
           order by later.sequence desc limit 1) as corrected_by
         from feed.entry where event_id = $1`,
        [event],
      );
      const changes = await changesIn(tx, tenant, rows, { withProviderCost });
      const [row] = rows;
      const said = row && changes.get(event);
      if (!row || !said) throw unknownEvent(event); // a stream that leaves it out hides it
      return entryOf(row, said);
    });
  }
}

const unknownEvent = (event: Id) =>
  new Problem({ code: 'NOT_FOUND', detail: `There is no event ${event} that you know of.` });

/** By event: what it set anew. Each stream is read once, up to the last of the events asked for. */
async function changesIn(
  tx: Transaction,
  tenant: Id,
  rows: readonly TrailRow[],
  { withProviderCost }: Pick<TrailWanted, 'withProviderCost'>,
): Promise<ReadonlyMap<Id, readonly ChangeView[]>> {
  const wanted = new Set(rows.map(({ event }) => event.id));
  const found = new Map<Id, readonly ChangeView[]>();
  for (const [stream, events] of Map.groupBy(
    rows.map(({ event }) => event),
    (event) => event.stream,
  )) {
    const { source = '' } = events[0] ?? {};
    const upto = Math.max(...events.map(({ position }) => position));
    const { sql, values } = streamStatement(tenant, { stream, source, upto, withProviderCost });
    const said = (await tx.query<{ event: Event }>(sql, values)).rows.map(({ event }) => event);
    said.forEach((event, index) => {
      if (wanted.has(event.id)) found.set(event.id, changesOf(event, said.slice(0, index)).map(viewOf));
    });
  }
  return found;
}

function viewOf({ field, before, after }: ReturnType<typeof changesOf>[number]): ChangeView {
  return { field, ...(before !== undefined && { before: JSON.stringify(before) }), after: JSON.stringify(after) };
}

function entryOf({ sequence, event, corrected_by }: TrailRow, changes?: readonly ChangeView[]): TrailEntry {
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
    ...(corrected_by && { correctedBy: corrected_by }),
    correlation,
    causation,
    replayed,
    ...(changes && { changes }),
  };
}
