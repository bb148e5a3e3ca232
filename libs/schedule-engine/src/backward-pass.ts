import type { Minute } from '@bw/working-time';
import { type Dates, emptyDates, finishBy, finishFrom, NEVER, startBefore } from './dates.ts';
import type { Forward } from './forward-pass.ts';
import { type Edge, edgesOf, type Graph, type Node } from './graph.ts';
import { anchorOf, beforeLag, hangsOnActual, isOverridden, leavesStart, meetsStart } from './lag.ts';

/** Late dates: every activity as late as the project's finish, its links and its constraints allow. */
export function backwardPass(graph: Graph, forward: Forward, finish: Minute): Dates {
  const late = emptyDates(graph.nodes.length, NEVER);
  for (let rank = graph.order.length - 1; rank >= 0; rank--) {
    const number = graph.order[rank] ?? 0;
    const node = graph.nodes[number];
    if (!node) continue;
    const bounds = allowedBy(graph, forward, late, number);
    if (node.status === 'complete') {
      // It has no late dates of its own, but lets those of its successors through.
      late.start[number] = Math.min(bounds.start, bounds.finish);
      late.finish[number] = Math.min(bounds.start, bounds.finish);
      continue;
    }
    const work = forward.work[number] ?? 0;
    const by = latestFinish(node, { work, start: bounds.start, finish: Math.min(bounds.finish, finish) });
    late.finish[number] = finishBy(node, by, work);
    late.start[number] = startBefore(node, late.finish[number] ?? by, work);
  }
  return late;
}

interface Allowed {
  readonly start: Minute;
  readonly finish: Minute;
}

/** The earliest of what the links out of an activity allow. */
function allowedBy(graph: Graph, { early }: Forward, late: Dates, number: number): Allowed {
  let [start, finish] = [NEVER, NEVER];
  for (const index of edgesOf(graph.leaving, number)) {
    const edge = graph.edges[index];
    if (!edge || !holds(graph, edge)) continue;
    const successor = (meetsStart(edge) ? late.start : late.finish)[edge.to] ?? NEVER;
    if (successor === NEVER) continue;
    const at = beforeLag(edge, successor, anchorOf(graph, edge, early).lag);
    if (leavesStart(edge)) start = Math.min(start, at);
    else finish = Math.min(finish, at);
  }
  return { start, finish };
}

/** Whether what is left of the predecessor has to be in time for the successor. */
function holds(graph: Graph, edge: Edge): boolean {
  const [predecessor, successor] = [graph.nodes[edge.from], graph.nodes[edge.to]];
  if (!predecessor || !successor || isOverridden(graph, predecessor, successor)) return false;
  return graph.options.progress === 'retained-logic' || !hangsOnActual(edge, predecessor);
}

/** Constraints act on what is not begun: mandatory ones whatever the logic says, the others where they are earlier. */
function latestFinish(node: Node, { start, finish, work }: Allowed & { readonly work: number }): Minute {
  const toFinish = (at: Minute) => (at === NEVER ? NEVER : finishFrom(node, at, work));
  const logic = Math.min(finish, toFinish(start));
  if (node.status !== 'not-started') return logic;
  const at = (type: 'SNLT' | 'FNLT' | 'MSO' | 'MFO') => node.constraints.get(type) ?? NEVER;
  const [mandatoryStart, mandatoryFinish] = [
    node.constraints.get('mandatory-start'),
    node.constraints.get('mandatory-finish'),
  ];
  if (mandatoryStart !== undefined) return toFinish(mandatoryStart);
  if (mandatoryFinish !== undefined) return mandatoryFinish;
  return Math.min(logic, at('FNLT'), at('MFO'), toFinish(Math.min(at('SNLT'), at('MSO'))));
}
