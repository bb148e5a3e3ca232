import type { Boundary, Minute } from '@bw/working-time';
import type { Dates } from './dates.ts';
import type { Edge, Graph, Node } from './graph.ts';

/** Where a link's lag begins to run, and how much of it is left. */
export interface Anchor {
  readonly at: Minute;
  readonly lag: number;
}

export function leavesStart({ type }: Edge): boolean {
  return type === 'SS' || type === 'SF';
}

export function meetsStart({ type }: Edge): boolean {
  return type === 'FS' || type === 'SS';
}

/** Whether the end of the predecessor that the link hangs on lies in the past: its actual start or actual finish. */
export function hangsOnActual(edge: Edge, predecessor: Node): boolean {
  return predecessor.status === 'complete' || (predecessor.status === 'in-progress' && leavesStart(edge));
}

/**
 * A lag on an actual date has been running: a positive one is shorter by the working time (of its calendar) up to the
 * data date. The rest runs on from the data date or, under retained logic, from where the predecessor's remaining work
 * stands.
 */
export function anchorOf(graph: Graph, edge: Edge, early: Dates): Anchor {
  const predecessor = graph.nodes[edge.from];
  if (!predecessor || !hangsOnActual(edge, predecessor)) {
    return { at: (leavesStart(edge) ? early.start : early.finish)[edge.from] ?? 0, lag: edge.lag };
  }
  const { actualStart = graph.now, actualFinish = graph.now } = predecessor.activity;
  const actual = leavesStart(edge) ? actualStart : actualFinish;
  const stands = graph.options.progress === 'retained-logic' ? (early.start[edge.from] ?? graph.now) : graph.now;
  const past = Math.max(0, edge.lagCalendar.workBetween(actual, graph.now));
  return { at: Math.max(graph.now, stands), lag: edge.lag > 0 ? Math.max(0, edge.lag - past) : edge.lag };
}

/** Lag counts to a start for links that meet a start, but to a finish where that is a finish milestone's. */
export function boundaryOf(edge: Edge, successor: Node | undefined): Boundary {
  return meetsStart(edge) && successor?.milestone !== 'finish' ? 'start' : 'finish';
}

export function afterLag({ lagCalendar }: Edge, { at, lag }: Anchor, boundary: Boundary): Minute {
  return lag === 0 ? at : lagCalendar.addWork(at, lag, boundary);
}

/** Back over the lag: to a finish where the link leaves one, else to a start. */
export function beforeLag(edge: Edge, at: Minute, lag: number): Minute {
  return lag === 0 ? at : edge.lagCalendar.addWork(at, -lag, leavesStart(edge) ? 'start' : 'finish');
}

/** Progress override: what has begun no longer waits for what is unfinished. */
export function isOverridden({ options }: Graph, predecessor: Node, successor: Node): boolean {
  return (
    options.progress === 'progress-override' && predecessor.status !== 'complete' && successor.status !== 'not-started'
  );
}
