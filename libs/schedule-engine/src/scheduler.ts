import type { Minute } from '@bw/working-time';
import { backwardPass } from './backward-pass.ts';
import type { Dates } from './dates.ts';
import { type Driver, driverOf, longestPath } from './driving.ts';
import { asLateAsPossible, freeFloat, totalFloat } from './floats.ts';
import { type Forward, forwardPass } from './forward-pass.ts';
import { type Graph, graphOf } from './graph.ts';
import type { Network, NetworkActivity, ScheduleOptions } from './network.ts';
import type { Schedule, ScheduledActivity, ScheduleOutcome } from './schedule.ts';
import { effortSpan, type Span, summarySpan } from './spans.ts';
import { compare, problemsOf } from './validation.ts';
import { warningsOf } from './warnings.ts';

/** Stands in every `ScheduleCalculated`: raised whenever the same input may give another result. */
export const engineVersion = 1;

export const defaultOptions: ScheduleOptions = {
  progress: 'retained-logic',
  lagCalendar: 'predecessor',
  totalFloat: 'finish',
  critical: { by: 'float', threshold: 0 },
};

/** Early and late dates, floats and the critical path; or every reason why the network cannot be scheduled. */
export function schedule(network: Network, options: ScheduleOptions = defaultOptions): ScheduleOutcome {
  const problems = problemsOf(network);
  if (problems.length > 0) return { scheduled: false, problems };
  const graph = graphOf(network, options);
  const forward = forwardPass(graph);
  const finish = latestFinish(graph, forward);
  const late = backwardPass(graph, forward, network.mustFinish ?? finish);
  const moved = asLateAsPossible(graph, forward, late, finish);
  const drivers = graph.nodes.map((_, number) => driverOf(graph, forward, number, moved.has(number)));
  const activities = lines(network, { graph, forward, late, drivers, finish });
  return { scheduled: true, schedule: summed(activities, { graph, network, finish }) };
}

/** Of the work that is left; of all work where nothing is. */
function latestFinish({ nodes, floor }: Graph, { early }: Forward): Minute {
  const open = nodes.flatMap(({ status }, number) => (status === 'complete' ? [] : [early.finish[number] ?? floor]));
  const done = nodes.flatMap(({ activity }) => activity.actualFinish ?? []);
  return (open.length > 0 ? open : done).reduce(
    (latest, at) => Math.max(latest, at),
    open.length + done.length > 0 ? Number.NEGATIVE_INFINITY : floor,
  );
}

interface Passes {
  readonly graph: Graph;
  readonly forward: Forward;
  readonly late: Dates;
  readonly drivers: readonly Driver[];
  readonly finish: Minute;
}

/** A line per activity in the order of the network: first what took part in the passes, then what spans it. */
function lines(network: Network, passes: Passes): readonly ScheduledActivity[] {
  const { graph, forward, drivers, finish } = passes;
  const { critical } = graph.options;
  const longest = critical.by === 'longest-path' ? longestPath(graph, forward, drivers, finish) : undefined;
  const isCritical = (number: number, float: number) =>
    longest?.has(number) ?? float <= (critical.by === 'float' ? critical.threshold : 0);
  const scheduled = new Map(
    graph.nodes.map(({ activity }, number) => [activity.id, lineOf(passes, number, isCritical)]),
  );

  const below = Map.groupBy(network.activities, ({ parent = '' }) => parent);
  const spanOf = (activity: NetworkActivity): Span | undefined =>
    activity.type === 'level-of-effort'
      ? effortSpan(activity.id, network, scheduled)
      : summarySpan(activity.id, below, scheduled);
  const efforts = network.activities.filter(({ type }) => type === 'level-of-effort');
  const spanning = [...efforts, ...network.activities.filter(({ type }) => type === 'summary')];
  for (const activity of spanning)
    scheduled.set(activity.id, spanLine(activity, spanOf(activity), network, graph.floor));
  return network.activities.flatMap(({ id }) => scheduled.get(id) ?? []);
}

function lineOf(
  { graph, forward, late, drivers, finish }: Passes,
  number: number,
  isCritical: (number: number, float: number) => boolean,
): ScheduledActivity {
  const node = graph.nodes[number];
  const driver = drivers[number];
  if (!node || !driver) throw new Error(`activity number ${number} is not in the graph`);
  const { id, actualStart = graph.now, actualFinish = graph.now } = node.activity;
  if (node.status === 'complete') {
    const dates = {
      earlyStart: actualStart,
      earlyFinish: actualFinish,
      lateStart: actualStart,
      lateFinish: actualFinish,
    };
    return { id, ...dates, totalFloat: 0, freeFloat: 0, critical: false, remaining: 0, status: 'complete', ...driver };
  }
  const early = { start: forward.early.start[number] ?? 0, finish: forward.early.finish[number] ?? 0 };
  const latest = { start: late.start[number] ?? 0, finish: late.finish[number] ?? 0 };
  const float = totalFloat(graph, node, early, latest);
  return {
    id,
    earlyStart: node.status === 'in-progress' ? actualStart : early.start,
    earlyFinish: early.finish,
    lateStart: latest.start,
    lateFinish: latest.finish,
    totalFloat: float,
    // Between calendars the gap before a successor may look wider than it is: no float is free that is not there.
    freeFloat: Math.max(0, Math.min(float, freeFloat(graph, forward, number, finish))),
    critical: isCritical(number, float),
    remaining: forward.work[number] ?? 0,
    status: node.status,
    ...driver,
  };
}

/** What spans nothing stands at the floor: it has to stand somewhere, and a warning says so. */
function spanLine(
  { id, calendar }: NetworkActivity,
  span: Span | undefined,
  network: Network,
  floor: Minute,
): ScheduledActivity {
  const dates = span ?? { earlyStart: floor, earlyFinish: floor, lateStart: floor, lateFinish: floor };
  const own = network.calendars.get(calendar ?? network.projectCalendar);
  const float = own?.workBetween(dates.earlyFinish, dates.lateFinish) ?? 0;
  const status = { totalFloat: float, freeFloat: 0, critical: false, remaining: 0, status: 'not-started' } as const;
  return { id, ...dates, ...status, driving: [], drivenBy: 'span' };
}

function summed(
  activities: readonly ScheduledActivity[],
  { graph, network, finish }: { graph: Graph; network: Network; finish: Minute },
): Schedule {
  const start = activities.reduce(
    (earliest, { earlyStart }) => Math.min(earliest, earlyStart),
    Number.POSITIVE_INFINITY,
  );
  const criticalPath = activities
    .filter(({ critical }) => critical)
    .sort((a, b) => a.earlyStart - b.earlyStart || compare(a.id, b.id))
    .map(({ id }) => id);
  return {
    start: activities.length > 0 ? start : graph.floor,
    finish,
    activities,
    criticalPath,
    warnings: warningsOf(network, graph, activities),
  };
}
