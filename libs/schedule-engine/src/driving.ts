import { EVER } from './dates.ts';
import type { Forward } from './forward-pass.ts';
import { edgesOf, type Graph } from './graph.ts';
import { meetsStart } from './lag.ts';
import type { ScheduledActivity } from './schedule.ts';
import { compare } from './validation.ts';

/** What fixes the early dates of an activity. */
export type Driver = Pick<ScheduledActivity, 'driving' | 'drivenBy'>;

/**
 * Links drive that ask for an instant from which no working time passes until the date the activity got. Where none
 * does, it is its actual start, a constraint, or the floor of data date and project start.
 */
export function driverOf(graph: Graph, forward: Forward, number: number, movedLate: boolean): Driver {
  const node = graph.nodes[number];
  if (!node) return { driving: [], drivenBy: 'floor' };
  if (node.status === 'complete') return { driving: [], drivenBy: 'actual' };
  if (movedLate) return { driving: [], drivenBy: 'constraint' };
  const [start, finish] = [forward.early.start[number] ?? 0, forward.early.finish[number] ?? 0];
  const meets = (asked: number, date: number) => asked !== EVER && node.calendar.workBetween(asked, date) === 0;
  const links = [...edgesOf(graph.arriving, number)].flatMap((index) => {
    const edge = graph.edges[index];
    const asked = forward.asked[index] ?? EVER;
    if (!edge || !meets(asked, meetsStart(edge) ? start : finish)) return [];
    // At the floor a link only drives if it asks for no less than the floor does.
    return meetsStart(edge) && asked < graph.floor ? [] : [edge.link.id];
  });
  if (links.length > 0) return { driving: links.sort(compare), drivenBy: 'link' };
  if (node.status === 'in-progress') return { driving: [], drivenBy: 'actual' };
  const constraint = [...node.constraints].some(([type, at]) =>
    meets(at, type.startsWith('F') || type.endsWith('FO') || type.endsWith('finish') ? finish : start),
  );
  return { driving: [], drivenBy: constraint && start > graph.floor ? 'constraint' : 'floor' };
}

/** The activities from which a chain of driving links leads to the latest finish, and those on the chain. */
export function longestPath(
  graph: Graph,
  forward: Forward,
  drivers: readonly Driver[],
  finish: number,
): ReadonlySet<number> {
  const predecessor = new Map(graph.edges.map(({ link, from }) => [link.id, from]));
  const open = [...graph.nodes.keys()].filter(
    (number) => graph.nodes[number]?.status !== 'complete' && forward.early.finish[number] === finish,
  );
  const path = new Set<number>();
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (path.has(number)) continue;
    path.add(number);
    for (const link of drivers[number]?.driving ?? []) {
      const from = predecessor.get(link);
      if (from !== undefined) open.push(from);
    }
  }
  return path;
}
