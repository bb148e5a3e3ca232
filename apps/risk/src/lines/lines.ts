import { Commands } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { Injectable } from '@nestjs/common';
import type { EscalationState } from '../escalations/escalation.ts';
import type { IssueState } from '../issues/issue.ts';
import type { Place } from '../promises/turn.ts';
import type { RiskState } from '../register/risk.ts';
import { escalations, issues, risks } from '../streams.ts';

/** What an engagement's streams are looked up for, and the state that each shows. */
export interface LineStates {
  readonly risk: Exclude<RiskState, { status: 'none' }>;
  readonly issue: Exclude<IssueState, { status: 'none' }>;
  readonly escalation: Exclude<EscalationState, { status: 'none' }>;
}
export type LineKind = keyof LineStates;

export interface Line<Kind extends LineKind> {
  readonly id: Id;
  readonly version: number;
  readonly state: LineStates[Kind];
  readonly place: Place;
}

interface LineRow<Kind extends LineKind> {
  readonly id: Id;
  readonly version: number;
  readonly engagement: Id;
  readonly client: Id | null;
  readonly state: LineStates[Kind];
}

const OVER: ReadonlySet<string> = new Set(['closed', 'triggered', 'resolved', 'verified', 'cancelled', 'ended']);

/** Which things an engagement has, with their state as of now. A line is made of its whole stream: it cannot drift. */
@Injectable()
export class Lines {
  constructor(private readonly commands: Commands) {}

  /** Brings a line up to its stream. Safe to repeat and in any order: an older state never replaces a newer one. */
  async refresh(tx: Transaction, { tenant, kind, id, client }: LineToRefresh): Promise<void> {
    const { state, version } = await this.#load(kind, tenant, id);
    if (state.status === 'none') return;
    await tx.query(
      `insert into risk.line (tenant, kind, id, engagement, client, version, is_open, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (tenant, kind, id) do update set version = excluded.version, is_open = excluded.is_open,
         state = excluded.state
       where line.version < excluded.version`,
      [tenant, kind, id, state.engagementId, client ?? null, version, !OVER.has(state.status), JSON.stringify(state)],
    );
  }

  /**
   * Is the event news, or was it answered before? A command that led to something is known by its id; one that had
   * nothing to do is not, and must not find something to do when its event comes again.
   */
  async isNews(tx: Transaction, { kind, id, streamVersion }: AnsweredEvent): Promise<boolean> {
    const { rowCount } = await tx.query(
      'update risk.line set answered = $3 where kind = $1 and id = $2 and answered < $3',
      [kind, id, streamVersion],
    );
    return rowCount !== 0;
  }

  /** All of an engagement's, or only those that are open, by id. */
  async of<Kind extends LineKind>(
    tx: Transaction,
    kind: Kind,
    { engagement, onlyOpen = false, after, limit = 100_000 }: LinesWanted,
  ): Promise<readonly Line<Kind>[]> {
    const { rows } = await tx.query<LineRow<Kind>>(
      `select id, version, engagement, client, state from risk.line
       where kind = $1 and engagement = $2 and (is_open or not $3) and ($4::uuid is null or id > $4)
       order by id limit $5`,
      [kind, engagement, onlyOpen, after ?? null, limit],
    );
    return rows.map(({ id, version, state, client, engagement: place }) => ({
      id,
      version,
      state,
      place: { engagement: place, ...(client && { client }) },
    }));
  }

  #load(kind: LineKind, tenant: Id, id: Id) {
    switch (kind) {
      case 'risk':
        return this.commands.load(risks, tenant, id);
      case 'issue':
        return this.commands.load(issues, tenant, id);
      case 'escalation':
        return this.commands.load(escalations, tenant, id);
    }
  }
}

export interface LineToRefresh {
  readonly tenant: Id;
  readonly kind: LineKind;
  readonly id: Id;
  readonly client?: Id | undefined;
}

export interface AnsweredEvent {
  readonly kind: LineKind;
  readonly id: Id;
  readonly streamVersion: number;
}

export interface LinesWanted {
  readonly engagement: Id;
  readonly onlyOpen?: boolean;
  /** The last id of the page before. */
  readonly after?: Id | undefined;
  readonly limit?: number;
}
