import { Injectable } from '@nestjs/common';
import type { Event } from '@bw/contracts-base';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { Database } from '../database/database.ts';
import type { Membership } from './principal.ts';

export interface EngagementPlace {
  readonly engagement: Id;
  readonly client: Id;
}

/** This service's own copy of who is a member of what, and whose engagement is whose; folded from engagement's events. */
@Injectable()
export class Directory {
  constructor(private readonly database: Database) {}

  /** Takes in an event of the engagement service; safe to repeat, and types it does not need are passed over. */
  async apply(event: Event, tx: Transaction): Promise<void> {
    throw new Error(`Not there yet: ${event.type} ${String(tx)}`);
  }

  /** The memberships of a user that hold on that day. */
  async membershipsOf(tenant: Id, user: Id, day: string): Promise<readonly Membership[]> {
    throw new Error(`Not there yet: ${tenant} ${user} ${day} ${String(this.database)}`);
  }

  /** Adds the client to an engagement; undefined where the engagement or client is not known. */
  async locate(
    tenant: Id,
    place: { readonly engagement?: Id; readonly client?: Id },
  ): Promise<Partial<EngagementPlace> | undefined> {
    throw new Error(`Not there yet: ${tenant} ${String(place)}`);
  }

  async engagements(tenant: Id): Promise<readonly EngagementPlace[]> {
    throw new Error(`Not there yet: ${tenant}`);
  }
}
