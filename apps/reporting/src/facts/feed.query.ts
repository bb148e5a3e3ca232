import { Injectable } from '@nestjs/common';
import type { Event } from '@bw/contracts-base';
import type { Id } from '@bw/kernel';
import { Database } from '@bw/service-shell';

/** Looks up events by id: who said it, when, and why. */
@Injectable()
export class FeedQuery {
  constructor(private readonly database: Database) {}

  async byId(tenant: Id, ids: readonly Id[]): Promise<ReadonlyMap<Id, Event>> {
    if (ids.length === 0) return new Map();
    return this.database.withTenant(tenant, async (tx) => {
      const { rows } = await tx.query<{ event: Event }>(
        'select event from feed.entry where tenant = $1 and event_id = any($2::uuid[])',
        [tenant, [...new Set(ids)]],
      );
      return new Map(rows.map(({ event }) => [event.id, event]));
    });
  }
}
