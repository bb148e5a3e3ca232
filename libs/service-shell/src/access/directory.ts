import { Injectable } from '@nestjs/common';
import type { Event } from '@bw/contracts-base';
import type { CivilDay, Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { Database } from '../database/database.ts';
import { directoryFactOf } from './directory-facts.ts';
import type { Membership } from './principal.ts';
import type { Party, Role } from './roles.ts';

export interface EngagementPlace {
  readonly engagement: Id;
  readonly client: Id;
}

/** An engagement as every service may know it. */
export interface KnownEngagement extends EngagementPlace {
  readonly code: string;
  readonly title: string;
  readonly zone: string;
  readonly currency: string;
}

interface MemberRow {
  readonly membership: Id;
  readonly party: Party;
  readonly roles: readonly Role[];
  readonly client: Id | null;
  readonly engagement: Id | null;
  readonly from_day: CivilDay;
  readonly to_day: CivilDay | null;
}

/** This service's own copy of who is a member of what, and whose engagement is whose; folded from engagement's events. */
@Injectable()
export class Directory {
  constructor(private readonly database: Database) {}

  /** Takes in an event of the engagement service. Safe to repeat and in any order; other types are passed over. */
  async apply(event: Event, tx: Transaction): Promise<void> {
    const fact = directoryFactOf(event);
    if (!fact) return;
    const { tenant, position } = event;
    switch (fact.kind) {
      case 'member': {
        const { membershipId, user, party, roles, clientId, engagementId, from, to } = fact.data;
        const values = [tenant, membershipId, user, party, roles, clientId, engagementId, from, to, position];
        await tx.query(UPSERT_MEMBER, values);
        return;
      }
      case 'member-ended':
        await tx.query(END_MEMBER, [tenant, fact.data.membershipId, fact.data.endedOn, position]);
        return;
      case 'client':
        await tx.query(UPSERT_CLIENT, [tenant, fact.data.clientId, fact.data.code, fact.data.name, position]);
        return;
      case 'engagement': {
        const { engagementId, clientId, code, title, zone, currency } = fact.data;
        await tx.query(UPSERT_ENGAGEMENT, [tenant, engagementId, clientId, code, title, zone, currency, position]);
      }
    }
  }

  /** As `apply`, for events that this service has just stored itself: then the next request sees them already. */
  async take(events: readonly Event[]): Promise<void> {
    for (const event of events) await this.database.withTenant(event.tenant, (tx) => this.apply(event, tx));
  }

  /** The memberships of a user that hold on that day. */
  async membershipsOf(tenant: Id, user: Id, day: CivilDay): Promise<readonly Membership[]> {
    const rows = await this.database.ask<MemberRow>(tenant)`
      select membership, party, roles, client, engagement, from_day::text, to_day::text from shell.member
      where user_id = ${user} and from_day <= ${day} and coalesce(to_day, 'infinity') >= ${day}`;
    return rows.map(membershipOf);
  }

  /** Whoever is a member of that place on that day: of the engagement, of its client, or of the provider as a whole. */
  async membersAt(
    tenant: Id,
    { engagement, client }: EngagementPlace,
    day: CivilDay,
  ): Promise<readonly (Membership & { readonly user: Id })[]> {
    const rows = await this.database.ask<MemberRow & { readonly user_id: Id }>(tenant)`
      select membership, user_id, party, roles, client, engagement, from_day::text, to_day::text from shell.member
      where from_day <= ${day} and coalesce(to_day, 'infinity') >= ${day}
        and (engagement = ${engagement} or engagement is null and client = ${client}
          or engagement is null and client is null and party = 'provider')
      order by user_id, membership`;
    return rows.map((row) => ({ ...membershipOf(row), user: row.user_id }));
  }

  /** Adds the client to an engagement; undefined where the engagement or the client is not known here. */
  async locate(
    tenant: Id,
    { engagement, client }: { readonly engagement?: Id; readonly client?: Id },
  ): Promise<Partial<EngagementPlace> | undefined> {
    if (engagement) {
      const known = await this.engagement(tenant, engagement);
      return known && (client ?? known.client) === known.client ? { engagement, client: known.client } : undefined;
    }
    if (!client) return {};
    const [known] = await this.database.ask<{ client: Id }>(tenant)`
      select client from shell.client where client = ${client}`;
    return known;
  }

  async engagement(tenant: Id, engagement: Id): Promise<KnownEngagement | undefined> {
    const [known] = await this.database.ask<KnownEngagement>(tenant)`
      select engagement, client, code, title, zone, currency from shell.engagement where engagement = ${engagement}`;
    return known;
  }

  async engagements(tenant: Id): Promise<readonly KnownEngagement[]> {
    return this.database.ask<KnownEngagement>(tenant)`
      select engagement, client, code, title, zone, currency from shell.engagement order by code, engagement`;
  }
}

function membershipOf({ membership, party, roles, client, engagement, from_day, to_day }: MemberRow): Membership {
  return {
    id: membership,
    party,
    roles,
    ...(client && { client }),
    ...(engagement && { engagement }),
    from: from_day,
    ...(to_day && { to: to_day }),
  };
}

const NEWER = 'where shell.%.position < excluded.position';

const UPSERT_MEMBER = `
  insert into shell.member (tenant, membership, user_id, party, roles, client, engagement, from_day, to_day, position)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (tenant, membership) do update set user_id = excluded.user_id, party = excluded.party,
    roles = excluded.roles, client = excluded.client, engagement = excluded.engagement, from_day = excluded.from_day,
    to_day = excluded.to_day, position = excluded.position
  ${NEWER.replace('%', 'member')}`;

const END_MEMBER = `
  update shell.member set to_day = $3, position = $4 where tenant = $1 and membership = $2 and position < $4`;

const UPSERT_CLIENT = `
  insert into shell.client (tenant, client, code, name, position) values ($1, $2, $3, $4, $5)
  on conflict (tenant, client) do update set code = excluded.code, name = excluded.name, position = excluded.position
  ${NEWER.replace('%', 'client')}`;

const UPSERT_ENGAGEMENT = `
  insert into shell.engagement (tenant, engagement, client, code, title, zone, currency, position)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (tenant, engagement) do update set client = excluded.client, code = excluded.code,
    title = excluded.title, zone = excluded.zone, currency = excluded.currency, position = excluded.position
  ${NEWER.replace('%', 'engagement')}`;
