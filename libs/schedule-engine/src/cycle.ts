import type { NetworkLink } from './network.ts';
import type { CycleStep } from './schedule.ts';

/** A cycle among these links with its full path, or `undefined`. The same links give the same cycle in any order. */
export function findCycle(links: readonly NetworkLink[]): readonly CycleStep[] | undefined {
  const suspects = withoutLooseEnds(links);
  if (suspects.length === 0) return undefined;
  const leaving = Map.groupBy([...suspects].sort(byEnds), ({ predecessor }) => predecessor);
  const done = new Set<string>();
  for (const start of leaving.keys()) {
    const cycle = done.has(start) ? undefined : cycleFrom(start, leaving, done);
    if (cycle) return cycle.map(({ predecessor, id, type }) => ({ activity: predecessor, link: id, type }));
  }
  return undefined;
}

/** What is left when everything without predecessors is taken away, again and again: nothing, where there is no cycle. */
function withoutLooseEnds(links: readonly NetworkLink[]): readonly NetworkLink[] {
  const leaving = Map.groupBy(links, ({ predecessor }) => predecessor);
  const waiting = new Map<string, number>();
  for (const { successor } of links) waiting.set(successor, (waiting.get(successor) ?? 0) + 1);
  const free = [...leaving.keys()].filter((activity) => !waiting.has(activity));
  for (let activity = free.pop(); activity !== undefined; activity = free.pop())
    for (const { successor } of leaving.get(activity) ?? []) {
      const left = (waiting.get(successor) ?? 0) - 1;
      waiting.set(successor, left);
      if (left === 0) free.push(successor);
    }
  return links.filter(({ predecessor }) => (waiting.get(predecessor) ?? 0) > 0);
}

/** Goes down from an activity, by hand rather than by recursion: chains of plans are thousands long. */
function cycleFrom(
  start: string,
  leaving: ReadonlyMap<string, readonly NetworkLink[]>,
  done: Set<string>,
): readonly NetworkLink[] | undefined {
  const path: NetworkLink[] = [];
  const depth = new Map([[start, 0]]);
  const open = [{ activity: start, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const link = leaving.get(top.activity)?.[top.next++];
    if (!link) {
      done.add(top.activity);
      depth.delete(top.activity);
      open.pop();
      path.pop();
      continue;
    }
    const met = depth.get(link.successor);
    if (met !== undefined) return [...path.slice(met), link];
    if (done.has(link.successor)) continue;
    depth.set(link.successor, open.length);
    open.push({ activity: link.successor, next: 0 });
    path.push(link);
  }
  return undefined;
}

function byEnds(a: NetworkLink, b: NetworkLink): number {
  const [one, other] = [
    [a.predecessor, a.successor, a.type, a.id],
    [b.predecessor, b.successor, b.type, b.id],
  ];
  const first = one.findIndex((text, index) => text !== other[index]);
  return first < 0 ? 0 : (one[first] ?? '') < (other[first] ?? '') ? -1 : 1;
}
