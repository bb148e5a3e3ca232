import type { CommandResult } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import { Access, type Action, Database, type Principal, Problem } from '@bw/service-shell';
import { Injectable } from '@nestjs/common';
import { type LineKind, Lines } from '../lines/lines.ts';
import type { Place } from '../promises/turn.ts';

export interface Thing {
  /** In people's words: `risk`, `issue`. */
  readonly what: string;
  readonly id: Id;
  /** Whose it is; undefined where there is no such thing. */
  readonly engagement: Id | undefined;
}

/** Who may do what to a thing that is found by its own id. What one may not know of is not there. */
@Injectable()
export class Doors {
  constructor(
    private readonly access: Access,
    private readonly database: Database,
    private readonly lines: Lines,
  ) {}

  /** Where the thing belongs, for somebody who may do that to it: 404 for a stranger, 403 for a member who may not. */
  async open(principal: Principal, action: Action | readonly Action[], thing: Thing): Promise<Required<Place>> {
    const { what, id, engagement } = thing;
    if (!engagement || !(await this.access.allows(principal, 'read', { engagement }))) {
      throw unknownThing(what, id);
    }
    const [first = 'read', ...others] = typeof action === 'string' ? [action] : action;
    for (const other of others) {
      if (await this.access.allows(principal, other, { engagement })) {
        return this.access.require(principal, other, { engagement });
      }
    }
    return this.access.require(principal, first, { engagement });
  }

  /** An id that somebody else's thing has already is none that one may know of. */
  async unlessForeign(principal: Principal, thing: Thing): Promise<void> {
    if (thing.engagement) await this.open(principal, 'read', thing);
  }

  /** Brings the line up at once: whoever sent the command sees it in the next list. */
  async seen(kind: LineKind, id: Id, result: CommandResult): Promise<CommandResult> {
    const [event] = result.events;
    if (event) {
      const { tenant, client } = event;
      await this.database.withTenant(tenant, (tx) => this.lines.refresh(tx, { tenant, kind, id, client }));
    }
    return result;
  }
}

/** The same words for what is not there and for what one may not know of. */
export function unknownThing(what: string, id: Id): Problem {
  return new Problem({ code: 'NOT_FOUND', detail: `There is no ${what} ${id} that you know of.` });
}

/** The roles that somebody has there, not those they have elsewhere. */
export function rolesAt({ memberships }: Principal, { engagement, client }: Place): readonly string[] {
  return memberships
    .filter((membership) => (membership.engagement ?? engagement) === engagement)
    .filter((membership) => (membership.client ?? client) === client)
    .flatMap(({ roles }) => roles);
}
