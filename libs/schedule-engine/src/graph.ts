import { elapsedTime, type Minute, type WorkingCalendar } from '@bw/working-time';
import type {
  Constraint,
  ConstraintType,
  LinkType,
  Network,
  NetworkActivity,
  NetworkLink,
  ScheduleOptions,
} from './network.ts';

export type Status = 'not-started' | 'in-progress' | 'complete';

/** An activity that takes part in the passes. */
export interface Node {
  readonly activity: NetworkActivity;
  readonly calendar: WorkingCalendar;
  readonly status: Status;
  /** Working minutes left to do. */
  readonly work: number;
  /** Duration is nothing by its nature: it is only ever at one instant. */
  readonly milestone: 'start' | 'finish' | undefined;
  readonly constraints: ReadonlyMap<ConstraintType, Minute>;
}

/** A link between two of them, by their numbers. */
export interface Edge {
  readonly link: NetworkLink;
  readonly type: LinkType;
  readonly from: number;
  readonly to: number;
  readonly lag: number;
  readonly lagCalendar: WorkingCalendar;
}

/**
 * The network as the passes need it: activities that take part, numbered; links sorted by successor and by predecessor
 * (compressed rows: those of activity i stand from `first[i]` to before `first[i + 1]`); an order in which every
 * predecessor comes first.
 */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly edges: readonly Edge[];
  readonly arriving: Rows;
  readonly leaving: Rows;
  readonly order: Int32Array;
  /** Up to here work is known. */
  readonly now: Minute;
  /** Nothing that is not begun lies before it. */
  readonly floor: Minute;
  readonly options: ScheduleOptions;
}

export interface Rows {
  readonly first: Int32Array;
  readonly edge: Int32Array;
}

/** Of a network without problems. */
export function graphOf(network: Network, options: ScheduleOptions): Graph {
  const calendarOf = (id = network.projectCalendar): WorkingCalendar => network.calendars.get(id) ?? elapsedTime;
  const taking = network.activities.filter(({ type }) => type !== 'level-of-effort' && type !== 'summary');
  const nodes = taking.map((activity) => nodeOf(activity, calendarOf(activity.calendar)));
  const numberOf = new Map(taking.map(({ id }, index) => [id, index]));
  const edges = network.links.flatMap((link): readonly Edge[] => {
    const [from, to] = [numberOf.get(link.predecessor), numberOf.get(link.successor)];
    const [before, after] = [nodes[from ?? -1], nodes[to ?? -1]];
    if (from === undefined || to === undefined || !before || !after) return [];
    const lagCalendar = {
      predecessor: before.calendar,
      successor: after.calendar,
      project: calendarOf(),
      '24h': elapsedTime,
    }[link.lagCalendar ?? options.lagCalendar];
    return [{ link, type: link.type, from, to, lag: link.lag, lagCalendar }];
  });
  const arriving = rowsOf(
    nodes.length,
    edges.map(({ to }) => to),
  );
  const leaving = rowsOf(
    nodes.length,
    edges.map(({ from }) => from),
  );
  const now = network.dataDate ?? network.projectStart;
  return {
    nodes,
    numberOf,
    edges,
    arriving,
    leaving,
    order: topologicalOrder(nodes.length, edges, leaving),
    now,
    floor: Math.max(now, network.projectStart),
    options,
  };
}

function nodeOf(activity: NetworkActivity, calendar: WorkingCalendar): Node {
  const { type, duration, remaining = duration, actualStart, actualFinish, constraints = [] } = activity;
  const milestone = type === 'start-milestone' ? 'start' : type === 'finish-milestone' ? 'finish' : undefined;
  const status = actualFinish !== undefined ? 'complete' : actualStart !== undefined ? 'in-progress' : 'not-started';
  const left = status === 'complete' || milestone ? 0 : status === 'in-progress' ? remaining : duration;
  return { activity, calendar, status, work: left, milestone, constraints: constraintsOf(constraints) };
}

function constraintsOf(constraints: readonly Constraint[]): ReadonlyMap<ConstraintType, Minute> {
  return new Map(constraints.map(({ type, at = 0 }) => [type, at]));
}

/** Compressed rows: the numbers of the edges grouped by a number each of them has. */
function rowsOf(count: number, keys: readonly number[]): Rows {
  const first = new Int32Array(count + 1);
  for (const key of keys) first[key + 1] = (first[key + 1] ?? 0) + 1;
  for (let i = 0; i < count; i++) first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0);
  const free = first.slice();
  const edge = new Int32Array(keys.length);
  keys.forEach((key, index) => {
    edge[free[key] ?? 0] = index;
    free[key] = (free[key] ?? 0) + 1;
  });
  return { first, edge };
}

function topologicalOrder(count: number, edges: readonly Edge[], leaving: Rows): Int32Array {
  const waiting = new Int32Array(count);
  for (const { to } of edges) waiting[to] = (waiting[to] ?? 0) + 1;
  const order = new Int32Array(count);
  let known = 0;
  for (let i = 0; i < count; i++) if (waiting[i] === 0) order[known++] = i;
  for (let done = 0; done < known; done++)
    for (const edge of edgesOf(leaving, order[done] ?? 0)) {
      const to = edges[edge]?.to ?? 0;
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) order[known++] = to;
    }
  return order;
}

/** The numbers of the edges of one activity. */
export function edgesOf({ first, edge }: Rows, node: number): Int32Array {
  return edge.subarray(first[node], first[node + 1]);
}
