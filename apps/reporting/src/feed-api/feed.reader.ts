import { Injectable } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import { Access, Database, type Principal, Problem } from '@bw/service-shell';
import { FeedGrowth } from './feed-growth.ts';
import { type FeedEvent, feedEvent, type FeedRow, type FeedWanted, pageStatement } from './feed-page.ts';

/** Even without a wake-up call nobody waits longer than this for what is there. */
const LOOK_AGAIN_MS = 1_000;

export const SCHEMAS_PATH = '/api/v1/schemas';

export type FeedAsked = Omit<FeedWanted, 'scope' | 'providerCost'>;

/** Reads the feed for a caller: in order, from any number on, and only what they may see. */
@Injectable()
export class FeedReader {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly growth: FeedGrowth,
  ) {}

  /** The next page; where there is nothing yet it waits up to that time for the first event. */
  async page(
    principal: Principal,
    asked: FeedAsked,
    waitMs: number,
    signal: AbortSignal,
  ): Promise<readonly FeedEvent[]> {
    const wanted = await this.#walled(principal, asked);
    const deadline = Date.now() + waitMs;
    for (;;) {
      // Begun before the look, so that what comes in between is not slept over.
      const left = deadline - Date.now();
      const stop = new AbortController();
      const grown = this.growth.next(
        Math.min(LOOK_AGAIN_MS, Math.max(left, 0)),
        AbortSignal.any([signal, stop.signal]),
      );
      const events = await this.#look(principal.tenant, wanted);
      if (events.length > 0 || left <= 0 || signal.aborted || this.growth.stopping.aborted) {
        stop.abort();
        return events;
      }
      await grown;
    }
  }

  /** The end of the feed, or of what lies before a number; in feed order. Never waits. */
  async lastOf(principal: Principal, asked: FeedAsked): Promise<readonly FeedEvent[]> {
    const backwards = await this.#look(principal.tenant, { ...(await this.#walled(principal, asked)), fromEnd: true });
    return backwards.toReversed();
  }

  async one(principal: Principal, event: Id): Promise<FeedEvent> {
    const rows = await this.database.withTenant(principal.tenant, async (tx) => {
      const found = await tx.query<FeedRow>('select sequence, event from feed.entry where event_id = $1', [event]);
      return found.rows;
    });
    const [row] = rows;
    const sequence = row ? Number(row.sequence) : 0;
    // Through the same walls as a page: what a page would not show does not exist.
    const page = row
      ? await this.#look(principal.tenant, await this.#walled(principal, { after: sequence - 1, limit: 1, types: [] }))
      : [];
    const found = page.find(({ id }) => id === event);
    if (!found) throw new Problem({ code: 'NOT_FOUND', detail: `There is no event ${event} that you know of.` });
    return found;
  }

  async #walled(principal: Principal, asked: FeedAsked): Promise<FeedWanted> {
    if (asked.engagement) await this.access.require(principal, 'read', { engagement: asked.engagement });
    const scope = await this.access.scope(principal);
    return { ...asked, scope, providerCost: this.access.seesProviderCost(principal) };
  }

  async #look(tenant: Id, wanted: FeedWanted): Promise<readonly FeedEvent[]> {
    const { sql, values } = pageStatement(wanted);
    const rows = await this.database.withTenant(tenant, async (tx) => (await tx.query<FeedRow>(sql, values)).rows);
    return rows.map((row) => feedEvent(row, SCHEMAS_PATH));
  }
}
