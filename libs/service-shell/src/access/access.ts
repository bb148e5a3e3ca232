import { Injectable } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import { Problem } from '../http/problem.ts';
import { abilityOf, placedAt } from './ability.ts';
import { Directory } from './directory.ts';
import type { Principal } from './principal.ts';
import { type Action, actions } from './roles.ts';

/** What somebody wants to act on: an engagement, a client, or neither where it concerns the whole tenant. */
export interface Place {
  readonly engagement?: Id;
  readonly client?: Id;
}

/** The place as the directory knows it: an engagement always with its client. */
export type KnownPlace<P extends Place> = P extends { readonly engagement: Id }
  ? { readonly engagement: Id; readonly client: Id }
  : P;

/** May they? Asked before every read and every command; what one may not know of does not exist. */
@Injectable()
export class Access {
  constructor(private readonly directory: Directory) {}

  /** 404 where the place is unknown to the caller, 403 where they know it but may not do this. */
  async require<P extends Place>(principal: Principal, action: Action, place: P): Promise<KnownPlace<P>> {
    const known = await this.#locate(principal, place);
    const ability = abilityOf(principal);
    if (ability.can(action, placedAt(known))) return known as KnownPlace<P>; // #locate adds the client of an engagement
    if (ability.can('read', placedAt(known))) throw forbidden(action);
    if (known.engagement || known.client) throw unknownPlace(place);
    throw forbidden(action);
  }

  /** As `require`, but says it instead of throwing. */
  async allows(principal: Principal, action: Action, place: Place): Promise<boolean> {
    const known = await this.directory.locate(principal.tenant, place);
    return known !== undefined && abilityOf(principal).can(action, placedAt(known));
  }

  /** All that somebody may do there. 404 where the place is unknown to them. */
  async actionsAt(principal: Principal, place: Place): Promise<readonly Action[]> {
    const known = await this.require(principal, 'read', place);
    const ability = abilityOf(principal);
    return actions.filter((action) => ability.can(action, placedAt(known)));
  }

  /** Whose facts somebody may read. The list is what every query is narrowed to. */
  async scope(principal: Principal): Promise<readonly Id[] | 'all'> {
    const ability = abilityOf(principal);
    if (ability.can('read', placedAt({}))) return 'all';
    const engagements = await this.directory.engagements(principal.tenant);
    return engagements.filter((place) => ability.can('read', placedAt(place))).map(({ engagement }) => engagement);
  }

  /** Is what the work costs the provider for their eyes? Without a place: is it anywhere? */
  seesProviderCost(principal: Principal, place?: Place): boolean {
    const ability = abilityOf(principal);
    return place ? ability.can('read-provider-cost', placedAt(place)) : ability.can('read-provider-cost', 'Place');
  }

  async #locate(principal: Principal, place: Place): Promise<Place> {
    const known = await this.directory.locate(principal.tenant, place);
    if (!known) throw unknownPlace(place);
    return known;
  }
}

function unknownPlace({ engagement, client }: Place): Problem {
  const what = engagement ? `engagement ${engagement}` : `client ${client ?? ''}`;
  return new Problem({ code: 'NOT_FOUND', detail: `There is no ${what} that you know of.` });
}

function forbidden(action: Action): Problem {
  const hint = 'Ask somebody who manages memberships for a role that may.';
  return new Problem({
    code: 'FORBIDDEN',
    detail: `Your roles do not let you ${action.replaceAll('-', ' ')} here.`,
    hint,
  });
}
