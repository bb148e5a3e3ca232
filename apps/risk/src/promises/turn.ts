import type { Id, Instant, Issued } from '@bw/kernel';
import type { Taken, Transaction } from '@bw/messaging';

/** What a process needs of the event or the timer that moves it. */
export interface Turn {
  readonly tenant: Id;
  /** When what moved it counts, and when we learned of it. */
  readonly at: Instant;
  readonly noted: Instant;
  readonly tx: Transaction;
  /** The same turn and step always give the same command id; steps tell apart the commands to one stream. */
  readonly issuedFor: (step: string) => Issued;
}

/** Where things belong that are moved in a turn. */
export interface Place {
  readonly engagement: Id;
  readonly client?: Id;
}

export function turnOf(taken: Pick<Taken, 'event' | 'tx' | 'issuedFor'>): Turn {
  const { tenant, effective, recorded } = taken.event;
  return { tenant, at: effective, noted: recorded, tx: taken.tx, issuedFor: (step) => taken.issuedFor(step) };
}

export function placeOf(event: { readonly client?: Id }, engagement: Id): Place {
  return { engagement, ...(event.client && { client: event.client }) };
}

/**
 * One turn at a time per engagement, whichever log or timer it came from: so that an issue is not given the clocks of
 * a service level that is being replaced in that moment.
 */
export async function oneAtATime({ tx, tenant }: Pick<Turn, 'tx' | 'tenant'>, engagement: Id): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tenant}/${engagement}`]);
}
