import type { Event } from '@bw/contracts-base';
import type { Received } from './bus.ts';
import type { ConsumerWork } from './consumer-store.ts';
import type { Applier } from './event-applier.ts';
import { failureOf, sayFailure } from './failure.ts';

interface Run {
  readonly source: string;
  readonly partition: number;
  readonly events: readonly Event[];
}

const BEHIND = 'An earlier event of its key is parked; they go on in order once that one is settled.';

/** Parks messages that are none of our events, and gives the events. */
export async function parkUnreadable(
  work: ConsumerWork,
  { source, partition, received }: Omit<Run, 'events'> & { readonly received: readonly Received[] },
): Promise<readonly Event[]> {
  for (const { event, unreadable: reason } of received) {
    if (reason !== undefined) await work.park(source, { event, partition, reason, attempts: 1, behind: false });
  }
  return received.flatMap(({ event, unreadable }) => (unreadable === undefined ? event : []));
}

/** Parks the events whose key is parked, and gives the others. */
export async function parkBehind(work: ConsumerWork, { source, partition, events }: Run): Promise<readonly Event[]> {
  if (events.length === 0) return events;
  const parked = await work.parkedKeys(source, [...new Set(events.map(({ key }) => key))]);
  if (parked.size === 0) return events;
  for (const event of events) {
    if (parked.has(event.key)) await work.park(source, { event, partition, reason: BEHIND, attempts: 0, behind: true });
  }
  return events.filter(({ key }) => !parked.has(key));
}

/**
 * Applies each event on its own. One that cannot succeed is parked, and later ones of its key behind it; all other keys
 * go on. While `patient`, lost races come out as errors: the whole batch is worth another try.
 */
export async function applyOneByOne(
  work: ConsumerWork,
  applier: Applier,
  { source, partition, events, attempt, patient }: Run & { readonly attempt: number; readonly patient: boolean },
): Promise<void> {
  const parked = new Set<string>();
  for (const event of events) {
    if (parked.has(event.key)) {
      await work.park(source, { event, partition, reason: BEHIND, attempts: 0, behind: true });
      continue;
    }
    try {
      await work.attempt(() => applier.apply(work, [event], { released: false }));
    } catch (error) {
      if (!isBlameOfEvent(error, patient)) throw error;
      parked.add(event.key);
      const stack = error instanceof Error ? error.stack : undefined;
      await work.park(source, { event, partition, reason: sayFailure(error), stack, attempts: attempt, behind: false });
    }
  }
}

/** Whether the event is to be parked for this error, and not the whole batch tried again. */
export function isBlameOfEvent(error: unknown, patient: boolean): boolean {
  const failure = failureOf(error);
  return failure === 'poison' || (failure === 'conflict' && !patient);
}
