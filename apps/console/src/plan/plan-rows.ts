import type { GanttLink, GanttRow, LinkKind } from '../gantt/gantt-row.ts';
import { type RowTree, treeOf } from '../gantt/row-tree.ts';
import { expectedDates, isDone } from './plan-row.ts';
import type { Activity } from './plan-views.ts';

/** A row of the plan: what the chart draws, and the activity behind it. */
export interface PlanRow extends GanttRow {
  readonly activity: Activity;
  /** Working minutes; of a summary, those of all below it. */
  readonly minutes: number;
}

const ALL_BP = 10_000;
const KINDS = new Set(['FS', 'SS', 'FF', 'SF']);

const isLinkKind = (text: string): text is LinkKind => KINDS.has(text);
const at = (instant: string | undefined) => (instant === undefined ? undefined : Date.parse(instant));

/** Rows in the order of the plan; summaries reach from the first to the last of what lies below them. */
export function planRows(activities: readonly Activity[]): readonly PlanRow[] {
  const rows = activities.map(rowOf);
  return rollUp(rows, treeOf(activities));
}

export function planLinks(activities: readonly Activity[]): readonly GanttLink[] {
  return activities.flatMap(({ activityId, predecessors }) =>
    predecessors.flatMap(({ activityId: from, type: kind }) =>
      isLinkKind(kind) ? [{ from, to: activityId, kind }] : [],
    ),
  );
}

function rowOf(activity: Activity): PlanRow {
  const { activityId: id, wbs, name, type, duration, scheduled, doneBp = 0, actualFinish } = activity;
  const { start, finish } = expectedDates(activity);
  const isOver = isDone(activity);
  const isMilestone = type.endsWith('milestone');
  const hasFloat = scheduled !== undefined && !isOver && scheduled.totalFloat > 0;
  return {
    activity,
    id,
    wbs,
    name,
    kind: isMilestone ? 'milestone' : type === 'summary' ? 'summary' : 'task',
    done: actualFinish ? 1 : doneBp / ALL_BP,
    critical: scheduled?.critical === true && !isOver,
    minutes: activity.done === undefined ? duration : activity.done + (activity.remaining ?? 0),
    start: at(start),
    finish: at(finish),
    baselineStart: at(activity.baselineStart),
    baselineFinish: at(activity.baselineFinish),
    floatUntil: hasFloat ? at(scheduled.lateFinish) : undefined,
    ...(isMilestone && { label: name }),
  };
}

/** From the end to the beginning: what lies below is summed up before what it lies under. */
function rollUp(rows: readonly PlanRow[], { parents }: RowTree): readonly PlanRow[] {
  const sums = new Map<number, Sum>();
  const all = [...rows];
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = all[index];
    if (!row) continue;
    const sum = sums.get(index);
    const whole = sum && row.kind === 'summary' ? summed(row, sum) : row;
    all[index] = whole;
    const parent = parents[index] ?? -1;
    if (parent >= 0) sums.set(parent, added(sums.get(parent), whole));
  }
  return all;
}

interface Sum {
  readonly start?: number;
  readonly finish?: number;
  readonly baselineStart?: number;
  readonly baselineFinish?: number;
  readonly minutes: number;
  readonly done: number;
}

function added(sum: Sum = { minutes: 0, done: 0 }, row: PlanRow): Sum {
  return {
    start: pick(Math.min, sum.start, row.start ?? row.finish),
    finish: pick(Math.max, sum.finish, row.finish ?? row.start),
    baselineStart: pick(Math.min, sum.baselineStart, row.baselineStart),
    baselineFinish: pick(Math.max, sum.baselineFinish, row.baselineFinish),
    minutes: sum.minutes + row.minutes,
    done: sum.done + row.done * row.minutes,
  };
}

function pick(best: (...values: number[]) => number, a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : best(a, b);
}

function summed(row: PlanRow, { minutes, done, ...dates }: Sum): PlanRow {
  return { ...row, ...dates, minutes, done: minutes > 0 ? done / minutes : row.done };
}
