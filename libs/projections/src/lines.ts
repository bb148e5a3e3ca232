import type { Id, Instant } from '@bw/kernel';

/** An event that sets another one right. Both are in the same log: a service corrects only what it said itself. */
export interface Correction {
  readonly event: Id;
  readonly corrects: Id;
  readonly position: number;
  readonly recorded: Instant;
}

/** Until when the facts of an event count. */
export interface Closing {
  readonly event: Id;
  readonly knownTo: number;
  readonly by: Id;
  readonly byRecorded: Instant;
}

/** The first event of every correction's line, as far as the corrections at hand reach. */
export function lineRoots(corrections: readonly Correction[]): ReadonlyMap<Id, Id> {
  const corrects = new Map(corrections.map((correction) => [correction.event, correction.corrects]));
  const roots = new Map<Id, Id>();
  for (const { event } of corrections) {
    const walked: Id[] = [];
    let at = event;
    while (!roots.has(at)) {
      const next = corrects.get(at);
      if (next === undefined || walked.includes(at)) break;
      walked.push(at);
      at = next;
    }
    const root = roots.get(at) ?? at;
    for (const id of walked) roots.set(id, root);
  }
  return roots;
}

/**
 * A line holds one truth at a time: each of its events counts until the next one of the line was recorded. Two
 * corrections of the same event therefore never count both, and a corrected correction does not bring back the first.
 */
export function closingsOf(corrections: readonly Correction[]): readonly Closing[] {
  const roots = lineRoots(corrections);
  const lines = Map.groupBy(corrections, ({ event }) => roots.get(event) ?? event);
  return [...lines].flatMap(([root, members]) => {
    const inOrder = members.toSorted((a, b) => a.position - b.position);
    return inOrder.map((next, index) => ({
      event: inOrder[index - 1]?.event ?? root,
      knownTo: next.position,
      by: next.event,
      byRecorded: next.recorded,
    }));
  });
}
