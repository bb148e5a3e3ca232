import type { Minute } from '@bw/working-time';
import { type Dates, finishBy, finishFrom, NEVER, startBefore } from './dates.ts';
import type { Forward } from './forward-pass.ts';
import { edgesOf, type Graph, type Node } from './graph.ts';
import { anchorOf, beforeLag, hangsOnActual, isOverridden, leavesStart, meetsStart } from './lag.ts';

/** Working minutes, on the activity's own calendar, that it may slip without delaying the project. */
export function totalFloat({ options }: Graph, { calendar }: Node, early: DatePair, late: DatePair): number {
  const finish = calendar.workBetween(early.finish, late.finish);
  if (options.totalFloat === 'finish') return finish;
  const start = calendar.workBetween(early.start, late.start);
  return options.totalFloat === 'start' ? start : Math.min(start, finish);
}

export interface DatePair {
  readonly start: Minute;
  readonly finish: Minute;
}

/**
 * The latest finish of an activity that moves no early date of a successor; `NEVER` where nothing follows. What is
 * overridden or hangs on an actual date does not hold it.
 */
export function latestUnnoticedFinish(graph: Graph, { early, work }: Forward, number: number): Minute {
  const node = graph.nodes[number];
  let latest = NEVER;
  for (const index of edgesOf(graph.leaving, number)) {
    const edge = graph.edges[index];
    const successor = graph.nodes[edge?.to ?? -1];
    if (!edge || !node || !successor || successor.status === 'complete') continue;
    if (isOverridden(graph, node, successor) || hangsOnActual(edge, node)) continue;
    const at = (meetsStart(edge) ? early.start : early.finish)[edge.to] ?? NEVER;
    const allowed = beforeLag(edge, at, anchorOf(graph, edge, early).lag);
    latest = Math.min(latest, leavesStart(edge) ? finishFrom(node, allowed, work[number] ?? 0) : allowed);
  }
  return latest;
}

/** Working minutes that an activity may slip without moving any successor's early date. */
export function freeFloat(graph: Graph, forward: Forward, number: number, projectFinish: Minute): number {
  const node = graph.nodes[number];
  const latest = Math.min(latestUnnoticedFinish(graph, forward, number), projectFinish);
  return node ? node.calendar.workBetween(forward.early.finish[number] ?? 0, latest) : 0;
}

/**
 * As late as possible, after both passes and the last activity first: takes up free float only, so it never moves a
 * successor nor the project's finish. Says which activities moved.
 */
export function asLateAsPossible(
  graph: Graph,
  forward: Forward,
  late: Dates,
  projectFinish: Minute,
): ReadonlySet<number> {
  const moved = new Set<number>();
  for (let rank = graph.order.length - 1; rank >= 0; rank--) {
    const number = graph.order[rank] ?? 0;
    const node = graph.nodes[number];
    if (!node?.constraints.has('ALAP') || node.status !== 'not-started') continue;
    const latest = Math.min(latestUnnoticedFinish(graph, forward, number), late.finish[number] ?? NEVER, projectFinish);
    const finish = finishBy(node, latest, forward.work[number] ?? 0);
    if (finish <= (forward.early.finish[number] ?? NEVER)) continue;
    forward.early.finish[number] = finish;
    forward.early.start[number] = startBefore(node, finish, forward.work[number] ?? 0);
    moved.add(number);
  }
  return moved;
}
