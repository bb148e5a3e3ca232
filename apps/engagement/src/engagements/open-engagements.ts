import { Injectable } from '@nestjs/common';
import { CommandRefused, Commands } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import { Access, type Principal } from '@bw/service-shell';
import { engagements } from '../streams/kinds.ts';
import { isOver, type KnownEngagement } from './engagement.ts';

export type EngagementAction = 'read' | 'manage' | 'sign';

export interface Entered {
  readonly state: KnownEngagement;
  readonly version: number;
  /** For `Commands.run`: every stream of the engagement is ordered with the others. */
  readonly target: { readonly id: Id; readonly client: Id; readonly engagement: Id };
}

/** The way in to everything that belongs to an engagement: may they, and is it still open? */
@Injectable()
export class OpenEngagements {
  constructor(
    private readonly commands: Commands,
    private readonly access: Access,
  ) {}

  /** For reading, or for commands whose own rules know when the engagement is over. */
  async enter(caller: Principal, action: EngagementAction, engagement: Id): Promise<Entered> {
    const { client } = await this.access.require(caller, action, { engagement });
    const known = await this.find(caller.tenant, engagement);
    if (!known) throw new Error(`The directory knows engagement ${engagement}, but its stream is empty.`);
    return { ...known, target: { id: engagement, client, engagement } };
  }

  /** For commands to its other streams: governance, terms, funding. Once it is over they are read-only too. */
  async enterOpen(caller: Principal, action: EngagementAction, engagement: Id): Promise<Entered> {
    const entered = await this.enter(caller, action, engagement);
    if (isOver(entered.state)) throw new CommandRefused('engagement-is-over', { status: entered.state.status });
    return entered;
  }

  async find(tenant: Id, engagement: Id): Promise<Omit<Entered, 'target'> | undefined> {
    const { state, version } = await this.commands.load(engagements, tenant, engagement);
    return state.status === 'none' ? undefined : { state, version };
  }
}
