import type { Minute } from '@bw/working-time';
import { type Dates, emptyDates, EVER, finishFrom, startBefore, startFrom } from './dates.ts';
import { edgesOf, type Graph, type Node } from './graph.ts';
import { afterLag, anchorOf, boundaryOf, isOverridden, meetsStart } from './lag.ts';

/** What the forward pass found out. */
export interface Forward {
  /** Of the work that is left. Of a complete activity: the date its unfinished predecessors pass on through it, or `EVER`. */
  readonly early: Dates;
  /** Minutes of work left, where an expected finish sets them anew. */
  readonly work: Float64Array;
  /** By number of the link: the instant it asks for; `EVER` for a link that asks for nothing. */
  readonly asked: Float64Array;
}

/** What holds an activity back: its start, and its finish. */
interface Bounds {
  readonly start: Minute;
  readonly finish: Minute;
}

/** Early dates: every activity as soon as its links, its constraints, its calendar and the data date allow. */
export function forwardPass(graph: Graph): Forward {
  const forward: Forward = {
    early: emptyDates(graph.nodes.length, EVER),
    work: Float64Array.from(graph.nodes, ({ work }) => work),
    asked: new Float64Array(graph.edges.length).fill(EVER),
  };
  for (const number of graph.order) {
    const node = graph.nodes[number];
    if (!node) continue;
    const bounds = askedOf(graph, forward, number, node);
    if (node.status === 'complete') passOn(graph, forward, number, bounds);
    else place(graph, forward, number, node, bounds);
  }
  return forward;
}

/** The latest of what the links into an activity ask for. */
function askedOf(graph: Graph, { early, asked }: Forward, number: number, node: Node): Bounds {
  let [start, finish] = [EVER, EVER];
  for (const index of edgesOf(graph.arriving, number)) {
    const edge = graph.edges[index];
    const predecessor = graph.nodes[edge?.from ?? -1];
    if (!edge || !predecessor || isOverridden(graph, predecessor, node)) continue;
    // What is complete and has nothing unfinished before it passes nothing on into what is complete too.
    if (node.status === 'complete' && early.start[edge.from] === EVER) continue;
    const at = afterLag(edge, anchorOf(graph, edge, early), boundaryOf(edge, node));
    asked[index] = at;
    if (meetsStart(edge)) start = Math.max(start, at);
    else finish = Math.max(finish, at);
  }
  return { start, finish };
}

/** Retained logic: a complete activity passes the logic of its unfinished predecessors on to its successors. */
function passOn({ options }: Graph, { early }: Forward, number: number, { start, finish }: Bounds): void {
  if (options.progress !== 'retained-logic') return;
  early.start[number] = Math.max(start, finish);
  early.finish[number] = Math.max(start, finish);
}

function place(graph: Graph, forward: Forward, number: number, node: Node, asked: Bounds): void {
  const bounds = node.status === 'in-progress' ? resumed(graph, node, asked) : constrained(graph, node, asked);
  const mandatory = mandatoryStart(graph, forward, number, node);
  let start = mandatory ?? startFrom(node, bounds.start);
  forward.work[number] = expectedWork(forward, number, node, start);
  const work = forward.work[number] ?? 0;
  let finish = finishFrom(node, start, work);
  // A finish that is pushed moves the whole activity: back to the last working instant, and the start with it.
  if (mandatory === undefined && bounds.finish > finish) {
    const pushed = node.calendar.previous(bounds.finish);
    if (pushed > finish) [start, finish] = [startBefore(node, pushed, work), pushed];
  }
  forward.early.start[number] = start;
  forward.early.finish[number] = finish;
}

/** What is left of an activity that has begun goes on at the data date, or when it is resumed. */
function resumed({ now, options }: Graph, { activity, work, calendar }: Node, asked: Bounds): Bounds {
  const { actualStart = now, resume = EVER, duration } = activity;
  // By actual dates the work runs on from its actual start, as if the data date said nothing.
  const onward = calendar.addWork(actualStart, Math.max(0, duration - work), 'start');
  const from = options.progress === 'actual-dates' ? onward : now;
  return { start: Math.max(from, resume, asked.start), finish: asked.finish };
}

function constrained({ floor }: Graph, { constraints }: Node, asked: Bounds): Bounds {
  const at = (type: 'SNET' | 'MSO' | 'FNET' | 'MFO') => constraints.get(type) ?? EVER;
  return {
    start: Math.max(floor, asked.start, at('SNET'), at('MSO')),
    finish: Math.max(asked.finish, at('FNET'), at('MFO')),
  };
}

/** Mandatory dates override the logic, but never the data date. */
function mandatoryStart({ now }: Graph, { work }: Forward, number: number, node: Node): Minute | undefined {
  if (node.status !== 'not-started') return undefined;
  const [start, finish] = [node.constraints.get('mandatory-start'), node.constraints.get('mandatory-finish')];
  if (start !== undefined) return startFrom(node, Math.max(start, now));
  if (finish === undefined) return undefined;
  const by = startBefore(node, node.calendar.previous(finish), work[number] ?? 0);
  return by >= now ? by : startFrom(node, now);
}

/** An expected finish says how much work is left; finish links push the activity only afterwards. */
function expectedWork({ work }: Forward, number: number, node: Node, start: Minute): number {
  const expected = node.constraints.get('expected-finish');
  if (expected === undefined || node.milestone) return work[number] ?? 0;
  return Math.max(0, node.calendar.workBetween(start, expected));
}
