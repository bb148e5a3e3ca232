import type { Graph } from './graph.ts';
import { hangsOnActual } from './lag.ts';
import type { Network } from './network.ts';
import type { ScheduledActivity, ScheduleWarning } from './schedule.ts';
import { compare } from './validation.ts';

/** What is odd about a network that could nevertheless be scheduled, by activity and link. */
export function warningsOf(
  network: Network,
  graph: Graph,
  lines: readonly ScheduledActivity[],
): readonly ScheduleWarning[] {
  return [
    ...outOfSequence(graph),
    ...network.activities.flatMap((activity): readonly ScheduleWarning[] => {
      const { id, actualStart = graph.now, actualFinish = graph.now } = activity;
      return Math.max(actualStart, actualFinish) > graph.now ? [{ code: 'ACTUAL_AFTER_DATA_DATE', activity: id }] : [];
    }),
    ...graph.nodes.flatMap(({ activity, status, constraints }): readonly ScheduleWarning[] => {
      const early = [...constraints].some(([type, at]) => type !== 'ALAP' && type !== 'ASAP' && at < graph.now);
      return early && status === 'not-started' ? [{ code: 'CONSTRAINT_BEFORE_DATA_DATE', activity: activity.id }] : [];
    }),
    ...openEnds(graph),
    ...lines.flatMap(({ id, totalFloat }): readonly ScheduleWarning[] =>
      totalFloat < 0 ? [{ code: 'NEGATIVE_FLOAT', activity: id }] : [],
    ),
    ...spansNothing(network),
  ].sort((a, b) => compare(key(a), key(b)));
}

/** Work that began (or ended) although the link says that it had to wait. */
function outOfSequence({ nodes, edges }: Graph): readonly ScheduleWarning[] {
  return edges.flatMap((edge): readonly ScheduleWarning[] => {
    const [before, after] = [nodes[edge.from], nodes[edge.to]];
    if (!before || !after) return [];
    const reached = edge.type === 'FS' || edge.type === 'SS' ? after.activity.actualStart : after.activity.actualFinish;
    return reached !== undefined && !hangsOnActual(edge, before)
      ? [{ code: 'OUT_OF_SEQUENCE', activity: after.activity.id, link: edge.link.id }]
      : [];
  });
}

/** Nothing waits for its finish, and it is not the end of the project. */
function openEnds({ nodes, edges }: Graph): readonly ScheduleWarning[] {
  const held = new Set(edges.filter(({ type }) => type === 'FS' || type === 'FF').map(({ from }) => from));
  const open = nodes.flatMap(({ activity }, number) => (held.has(number) ? [] : [activity.id]));
  return open.length > 1 ? open.map((activity) => ({ code: 'OPEN_END', activity })) : [];
}

function spansNothing({ activities, links }: Network): readonly ScheduleWarning[] {
  const parents = new Set(activities.map(({ parent }) => parent));
  const linked = new Set(links.flatMap(({ predecessor, successor }) => [predecessor, successor]));
  return activities.flatMap(({ id, type }): readonly ScheduleWarning[] => {
    const empty = (type === 'summary' && !parents.has(id)) || (type === 'level-of-effort' && !linked.has(id));
    return empty ? [{ code: 'SPANS_NOTHING', activity: id }] : [];
  });
}

function key({ code, activity = '', link = '' }: ScheduleWarning): string {
  return `${code} ${activity} ${link}`;
}
